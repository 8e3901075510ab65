import { onScopeDispose, watch, type Ref } from 'vue'

/** How high what stands fixed at the bottom of the screen is: a property of the document's root. */
const PROPERTY = '--bottom-bar'

/**
 * Tells the page how high its bar at the bottom is: whatever text and screen make of it, the end of the page
 * scrolls out from under it, and so does what takes the focus (WCAG 2.2, 2.4.11).
 *
 * @param bar the bar, while there is one; one that does not stand fixed, as on a wide screen, takes no room
 */
export function useBottomBar(bar: Readonly<Ref<HTMLElement | null>>) {
  const { style } = document.documentElement

  const observer = new ResizeObserver(([entry]) => {
    if (!entry) return
    const { target } = entry
    const fixed = getComputedStyle(target).position === 'fixed'
    style.setProperty(PROPERTY, `${fixed ? target.getBoundingClientRect().height : 0}px`)
  })

  watch(
    bar,
    (element, before) => {
      if (before) observer.unobserve(before)
      if (element) observer.observe(element)
      else style.removeProperty(PROPERTY)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    observer.disconnect()
    style.removeProperty(PROPERTY)
  })
}
