import { onScopeDispose, readonly, ref, type Ref } from 'vue'
import { afterFrame } from './after-frame'

/**
 * Draws a long screen from the top in short tasks instead of a long one: what is in view is there first,
 * and a slow phone answers to a finger meanwhile.
 *
 * @param last number of stages after the first, each drawn a frame after the one before
 * @returns `stage`: up to which one is drawn, 0 for the first; `start`: begins, again changes nothing
 */
export function useStages(last: number): { stage: Readonly<Ref<number>>; start: () => void } {
  const stage = ref(0)
  let callOff: (() => void) | undefined

  function goOn() {
    callOff = afterFrame(() => {
      callOff = undefined
      stage.value++
      if (stage.value < last) goOn()
    })
  }

  onScopeDispose(() => callOff?.(), true)
  return {
    stage: readonly(stage),
    start() {
      if (callOff === undefined && stage.value === 0) goOn()
    },
  }
}
