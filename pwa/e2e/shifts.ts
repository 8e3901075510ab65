import type { Page } from '@playwright/test'

/** How far things on the screen have moved by themselves since the page was loaded; 0 is still. */
interface Shifts {
  score: number
  /** What moved, and from where to where in pixels. */
  moved: string[]
}

/** @returns tells the shifts so far; by the Layout Instability API, all of them summed up */
export async function watchShifts(page: Page) {
  await page.addInitScript(() => {
    const seen: Shifts = { score: 0, moved: [] }
    Object.assign(window, { shifts: seen })
    const place = ({ x, y, width, height }: DOMRectReadOnly) =>
      [x, y, width, height].map(Math.round).join(' ')
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number
        hadRecentInput: boolean
        sources: { node?: Node; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[]
      })[]) {
        if (entry.hadRecentInput) continue
        seen.score += entry.value
        for (const { node, previousRect, currentRect } of entry.sources)
          seen.moved.push(
            `${node?.nodeName} “${node?.textContent?.trim().slice(0, 30)}”: ${place(previousRect)} → ${place(currentRect)}`,
          )
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return () => page.evaluate(() => (window as unknown as { shifts: Shifts }).shifts)
}
