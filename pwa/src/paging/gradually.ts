import { computed, onScopeDispose, ref, watch, type ComputedRef } from 'vue'
import { afterFrame } from './after-frame'

/**
 * A list that is drawn in steps, each in tasks of its own, to make it and to lay it out: a phone answers to
 * a finger between them, and what is in view first is there first. Items that are replaced by as many others
 * stay in view.
 * @param items all that there are
 * @param step how many come at a time
 * @param wanted whether more than so many are wanted now: what is far below the view can wait until it is near
 * @returns the first of them, soon as many as are wanted
 */
export function gradually<T>(
  items: () => readonly T[],
  step = 1,
  wanted: (drawn: number) => boolean = () => true,
): ComputedRef<readonly T[]> {
  const drawn = ref(step)
  let callOff: (() => void) | undefined

  function goOn() {
    if (callOff !== undefined || drawn.value >= items().length || !wanted(drawn.value)) return
    callOff = afterFrame(() => {
      callOff = undefined
      if (!wanted(drawn.value)) return
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
  // At once: what is wanted again before the next flush would not be seen as a change.
  watch(() => wanted(drawn.value), goOn, { flush: 'sync' })
  onScopeDispose(() => callOff?.(), true)
  return computed(() => items().slice(0, drawn.value))
}
