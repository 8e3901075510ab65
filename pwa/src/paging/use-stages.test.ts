import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope } from 'vue'
import { useStages } from './use-stages'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a screen is drawn from the top, a stage a frame, and is whole in the end', () => {
  const { stage, start } = useStages(3)
  vi.runAllTimers()
  expect(stage.value).toBe(0)
  start()
  vi.advanceTimersByTime(20)
  expect(stage.value).toBe(1)
  start()
  vi.runAllTimers()
  expect(stage.value).toBe(3)
})

test('a tab that draws no frames gets its screen all the same', () => {
  vi.stubGlobal('requestAnimationFrame', () => 0)
  const { stage, start } = useStages(2)
  start()
  vi.runAllTimers()
  expect(stage.value).toBe(2)
  vi.unstubAllGlobals()
})

test('nothing is drawn once the screen is gone', () => {
  const scope = effectScope()
  const stages = scope.run(() => useStages(2))
  stages?.start()
  scope.stop()
  vi.runAllTimers()
  expect(stages?.stage.value).toBe(0)
})
