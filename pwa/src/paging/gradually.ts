import { computed, onScopeDispose, ref, watch, type ComputedRef } from 'vue'
import { afterFrame } from './after-frame'

/**
 * A list that is drawn in steps, each in tasks of its own, to make it and to lay it out: a phone answers to
 * a finger between them, and what is in view first is there first. Items that are replaced by as many others
 * stay in view.
 * @param items all that there are
 * @param step how many come at a time
 * @returns the first of them, soon all
 */
export function gradually<T>(items: () => readonly T[], step = 1): ComputedRef<readonly T[]> {
  const drawn = ref(step)
  let callOff: (() => void) | undefined

  function goOn() {
    if (callOff !== undefined || drawn.value >= items().length) return
    callOff = afterFrame(() => {
      callOff = undefined
      drawn.value += step
      goOn()
    })
  }

  watch(
    () => items().length,
    (length) => {
      drawn.value = Math.max(step, Math.min(drawn.value, length))
      goOn()
    },
    { immediate: true },
  )
  onScopeDispose(() => callOff?.(), true)
  return computed(() => items().slice(0, drawn.value))
}
