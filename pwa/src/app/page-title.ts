import { onScopeDispose, ref, watchEffect } from 'vue'

const named = ref<string>()

/** What the screen says it is about, where that is more than its kind: the name of a deal, of a room. */
export const pageTitle = named

/**
 * Names the page for as long as the screen is there.
 * @param title read anew whenever it changes
 */
export function usePageTitle(title: () => string) {
  let mine: string | undefined
  watchEffect(() => {
    mine = title()
    named.value = mine
  })
  onScopeDispose(() => {
    // The next screen may have named itself before this one is gone.
    if (named.value === mine) named.value = undefined
  })
}
