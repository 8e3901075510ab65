import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { gradually } from './gradually'

const letters = (text: string) => text.split('')

describe('a list that is drawn in steps', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('shows the first ones at once and soon all', async () => {
    const items = ref<string[]>([])
    const drawn = gradually(() => items.value, 2)
    items.value = letters('abcde')
    await nextTick()
    expect(drawn.value).toEqual(letters('ab'))
    vi.advanceTimersByTime(20)
    expect(drawn.value).toEqual(letters('abcd'))
    vi.runAllTimers()
    expect(drawn.value).toEqual(letters('abcde'))
  })

  it('takes nothing from view when the list is fetched anew or grows', async () => {
    const items = ref(letters('abcd'))
    const drawn = gradually(() => items.value, 2)
    vi.runAllTimers()
    items.value = letters('wxyz')
    await nextTick()
    expect(drawn.value).toEqual(letters('wxyz'))
    items.value = letters('wxyzabc')
    await nextTick()
    expect(drawn.value.slice(0, 4)).toEqual(letters('wxyz'))
    vi.runAllTimers()
    expect(drawn.value).toHaveLength(7)
  })

  it('begins with the first ones again when the list began again', async () => {
    const items = ref(letters('abcdef'))
    const drawn = gradually(() => items.value, 2)
    vi.runAllTimers()
    items.value = []
    await nextTick()
    items.value = letters('uvwxyz')
    await nextTick()
    expect(drawn.value).toEqual(letters('uv'))
  })

  it('waits with what is far below until a reader comes near', async () => {
    const near = ref(false)
    const drawn = gradually(
      () => letters('abcdef'),
      1,
      (count) => count < 2 || near.value,
    )
    vi.runAllTimers()
    expect(drawn.value).toEqual(letters('ab'))
    near.value = true
    await nextTick()
    vi.runAllTimers()
    expect(drawn.value).toEqual(letters('abcdef'))
  })

  it('draws nothing more once its screen is gone', () => {
    const scope = effectScope()
    const drawn = scope.run(() => gradually(() => letters('abcdef'), 2))
    scope.stop()
    vi.runAllTimers()
    expect(drawn?.value).toEqual(letters('ab'))
  })
})
