import { expect, type Page } from '@playwright/test'

/** Waits until the page's own service worker serves it, as it does from the second visit on. */
export async function keepShell(page: Page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  // A page that was just being loaded when the worker became active has it from the next load on.
  await page.reload()
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
    .toBe(true)
}
