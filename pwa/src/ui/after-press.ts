/** A finger that does not come up again within this long is not waited for. Milliseconds. */
const LONGEST = 1000

/**
 * Does something that may move what is on the screen: at once, or, while a finger or a mouse button is down,
 * once it is up. Else the button on which it went down would no longer be under it, and not be pressed.
 */
export function afterPress(act: () => void): void {
  if (document.querySelector(':active') === null) {
    act()
    return
  }
  let done = false
  const once = () => {
    if (!done) act()
    done = true
  }
  // A task of its own: the click that ends the press comes first.
  window.addEventListener('mouseup', () => setTimeout(once), { once: true })
  setTimeout(once, LONGEST)
}
