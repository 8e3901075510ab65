/**
 * Waits until the browser has nothing better to do: what goes on behind a screen does not hold up the screen.
 *
 * @param within milliseconds after which it goes on all the same
 */
export async function idle(within: number): Promise<void> {
  await new Promise<unknown>((resolve) => {
    // Not every browser can tell.
    if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: within })
    else setTimeout(resolve, within)
  })
}
