import { onScopeDispose } from 'vue'
import { useRouter } from 'vue-router'

/**
 * Lets the back button close what lies over the page before it leaves the page.
 *
 * No entries are added to the history: a step back is refused once, and the router puts the address right.
 * Where the browser itself closes a dialog on back, no step is taken and nothing happens here.
 *
 * @param close closes it
 * @param isOpen whether anything lies over the page; always, unless said otherwise
 */
export function useBackCloses(close: () => void, isOpen: () => boolean = () => true) {
  const router = useRouter()
  let steppingBack = false
  const stopListening = router.options.history.listen((_to, _from, { delta }) => {
    steppingBack = delta < 0
  })
  const stopGuarding = router.beforeEach(() => {
    const refuse = steppingBack && isOpen()
    steppingBack = false
    if (!refuse) return true
    close()
    return false
  })
  onScopeDispose(() => {
    stopListening()
    stopGuarding()
  })
}
