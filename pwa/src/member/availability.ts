import { onScopeDispose, ref, watch } from 'vue'

/** How long the typing must rest before anybody is asked. Milliseconds. */
export const PAUSE = 400

/**
 * Whether what is being typed is still free, asked when the typing pauses. An answer that comes after
 * the text has changed is dropped; no answer says nothing, since signing up says it, too.
 * @param text what would be taken, or nothing while it could not be
 * @returns true or false for the present text, nothing while that is not known
 */
export function useAvailability(
  text: () => string | undefined,
  ask: (text: string) => Promise<boolean | undefined>,
) {
  const free = ref<boolean>()
  let pause: ReturnType<typeof setTimeout> | undefined

  watch(text, (wanted) => {
    clearTimeout(pause)
    free.value = undefined
    if (wanted === undefined) return
    pause = setTimeout(() => {
      ask(wanted)
        .then((answer) => {
          if (text() === wanted) free.value = answer
        })
        .catch(() => undefined)
    }, PAUSE)
  })
  onScopeDispose(() => clearTimeout(pause))

  return free
}
