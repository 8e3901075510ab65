import { computed, onScopeDispose, ref, watch, type ComputedRef } from 'vue'

/**
 * A list that is drawn in steps, each a task of its own: a phone answers to a finger between them, and what
 * is in view first is there first. Items that are replaced by as many others stay in view.
 * @param items all that there are
 * @param step how many come at a time
 * @returns the first of them, soon all
 */
export function gradually<T>(items: () => readonly T[], step = 2): ComputedRef<readonly T[]> {
  const drawn = ref(step)
  let next: ReturnType<typeof setTimeout> | undefined

  function goOn() {
    if (next !== undefined || drawn.value >= items().length) return
    next = setTimeout(() => {
      next = undefined
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
  onScopeDispose(() => clearTimeout(next), true)
  return computed(() => items().slice(0, drawn.value))
}
