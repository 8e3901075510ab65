import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, ref, type EffectScope } from 'vue'
import { PAUSE, useAvailability } from './availability'

let scope: EffectScope

beforeEach(() => {
  vi.useFakeTimers()
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

function typed(ask: (text: string) => Promise<boolean | undefined>) {
  const text = ref<string>()
  const free = scope.run(() => useAvailability(() => text.value, ask))
  if (!free) throw new Error('The scope has ended.')
  return {
    free,
    async type(next: string | undefined) {
      text.value = next
      await nextTick()
    },
  }
}

test('asks once the typing rests, and only for the whole of it', async () => {
  const ask = vi.fn(() => Promise.resolve(true))
  const { free, type } = typed(ask)
  await type('mandarin')
  await vi.advanceTimersByTimeAsync(PAUSE - 1)
  await type('mandarins')
  await vi.advanceTimersByTimeAsync(PAUSE - 1)
  expect(ask).not.toHaveBeenCalled()

  await vi.advanceTimersByTimeAsync(1)
  expect(ask.mock.calls).toEqual([['mandarins']])
  expect(free.value).toBe(true)
})

test('drops an answer that another text has overtaken', async () => {
  const answers: ((free: boolean) => void)[] = []
  const { free, type } = typed(() => new Promise((resolve) => answers.push(resolve)))
  await type('taken')
  await vi.advanceTimersByTimeAsync(PAUSE)
  await type('other')
  await vi.advanceTimersByTimeAsync(PAUSE)
  answers[1]?.(true)
  answers[0]?.(false)
  await vi.advanceTimersByTimeAsync(0)
  expect(free.value).toBe(true)
})

test('says nothing about what cannot be taken, and nothing without an answer', async () => {
  const ask = vi.fn(() => Promise.reject(new Error('offline')))
  const { free, type } = typed(ask)
  await type('mandarins')
  await vi.advanceTimersByTimeAsync(PAUSE)
  expect(free.value).toBeUndefined()

  await type(undefined)
  await vi.advanceTimersByTimeAsync(PAUSE)
  expect(ask).toHaveBeenCalledTimes(1)
})
