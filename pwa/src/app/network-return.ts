import { readonly, ref } from 'vue'

const returns = ref(0)

/** Counts how often the network came back while a screen showed what was seen last. */
export const networkReturns = readonly(returns)

/** Tells the screen that it can ask again for what it shows. */
export function networkReturned() {
  returns.value++
}
