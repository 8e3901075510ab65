import { onScopeDispose } from 'vue'
import { useRouter, type Router } from 'vue-router'

interface Layer {
  close: () => void
  isOpen: () => boolean
}

/** What lies over the page, the topmost last. */
const layers = new Map<Router, Layer[]>()

/** The layers of a router; the first to ask sets the one guard that looks at them. */
function layersOf(router: Router): Layer[] {
  const known = layers.get(router)
  if (known) return known
  const all: Layer[] = []
  layers.set(router, all)
  let steppingBack = false
  router.options.history.listen((_to, _from, { delta }) => {
    steppingBack = delta < 0
  })
  router.beforeEach(() => {
    const top = steppingBack ? [...all].reverse().find(({ isOpen }) => isOpen()) : undefined
    steppingBack = false
    if (!top) return true
    top.close()
    return false
  })
  // A step that something else refuses is over as well: what follows is none.
  const over = () => {
    steppingBack = false
  }
  router.afterEach(over)
  router.onError(over)
  return all
}

/**
 * Lets the back button close what lies over the page before it leaves the page: the topmost first.
 *
 * No entries are added to the history: a step back is refused once, and the router puts the address right.
 * Where the browser itself closes a dialog on back, no step is taken and nothing happens here.
 *
 * @param close closes it
 * @param isOpen whether anything lies over the page; always, unless said otherwise
 */
export function useBackCloses(close: () => void, isOpen: () => boolean = () => true) {
  const all = layersOf(useRouter())
  const layer = { close, isOpen }
  all.push(layer)
  onScopeDispose(() => {
    all.splice(all.indexOf(layer), 1)
  })
}
