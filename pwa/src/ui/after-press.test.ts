import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { afterPress } from './after-press'

describe('what moves the screen', () => {
  /** What is pressed right now. */
  const pressed = (element: Element | null) =>
    vi.spyOn(document, 'querySelector').mockReturnValue(element)
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  it('is done at once where nothing is pressed', () => {
    pressed(null)
    const act = vi.fn()
    afterPress(act)
    expect(act).toHaveBeenCalledTimes(1)
  })

  it('waits until what is pressed is up, and the click has come', () => {
    pressed(document.body)
    const order: string[] = []
    afterPress(() => order.push('moved'))
    expect(order).toEqual([])
    window.dispatchEvent(new MouseEvent('mouseup'))
    order.push('click')
    vi.advanceTimersByTime(5000)
    expect(order).toEqual(['click', 'moved'])
  })

  it('does not wait for ever', () => {
    pressed(document.body)
    const act = vi.fn()
    afterPress(act)
    vi.advanceTimersByTime(5000)
    expect(act).toHaveBeenCalledTimes(1)
  })
})
