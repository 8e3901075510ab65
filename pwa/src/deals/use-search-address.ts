import { computed, onActivated, onDeactivated, onScopeDispose, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import {
  onBeforeRouteLeave,
  onBeforeRouteUpdate,
  useRoute,
  useRouter,
  type LocationQuery,
} from 'vue-router'
import { useNearDeals } from './near-deals'
import { fromAddress, toAddress, type DealsShown } from './search-address'

/** Milliseconds until a step back that only closes something is undone, and the address is its own again. */
const SETTLED = 300

/** Whether nothing is looked for, however that is shown. */
const isEverything = ({ filter }: DealsShown) =>
  text({ filter, sort: 'nearest', onMap: false }) === ''

const text = (shown: DealsShown) => new URLSearchParams(toAddress(shown)).toString()

/**
 * Keeps what is looked for, and how it is shown, in the address of the screen: a reload, a bookmark and a
 * link find it again. An address that says something is followed at once; later what is chosen is noted in
 * it, and a step back from what was looked for is everything again.
 *
 * @param followed somebody went to another search at this screen: by its link, or a step back
 */
export function useSearchAddress(followed: () => void) {
  const near = useNearDeals()
  const route = useRoute()
  const router = useRouter()
  const { te } = useI18n()

  const said = (query: LocationQuery) => fromAddress(query, (id) => te(`category.${id}`))

  if (text(said(route.query)) !== '') near.choose(said(route.query))

  let noting: ReturnType<typeof setTimeout> | undefined
  /** Whether what was chosen last is still to be said by the address. */
  let unsaid = false
  /** Whether this screen is shown: it stays alive behind others, whose address is theirs. */
  let here = true
  /** Whether somebody is on the way to another screen: a word in the address would call that off. */
  let leaving = false

  function say() {
    unsaid = false
    const before = said(route.query)
    if (text(before) === text(near)) return
    const { back } = window.history.state as { back?: unknown }
    const to = { query: toAddress(near), hash: route.hash }
    if (!near.onMap && back === router.resolve(to).fullPath) {
      // The step before says so already.
      router.back()
      return
    }
    // From a search back to everything, and from the map back to the list, it is one step; from one search
    // to the next, and to one that is made on the map, there is none.
    const step = !before.onMap && (near.onMap || (isEverything(before) && !isEverything(near)))
    void (step ? router.push(to) : router.replace(to))
  }
  function note() {
    unsaid = true
    clearTimeout(noting)
    if (here && !leaving) noting = setTimeout(say, SETTLED)
  }
  function follow(query: LocationQuery) {
    const shown = said(query)
    // The map was closed on the way back to everything: it is not opened again.
    near.choose(isEverything(shown) && !near.onMap ? { ...shown, onMap: false } : shown)
    followed()
    if (text(shown) !== text(near)) note()
  }

  watch(
    computed(() => text(near)),
    note,
  )
  onBeforeRouteLeave(() => {
    leaving = true
    clearTimeout(noting)
  })
  // Nobody went after all: the way was lost, or something here closed instead.
  const stay = () => {
    if (!leaving || !here) return
    leaving = false
    if (unsaid) note()
  }
  const ends = [
    router.afterEach((_to, _from, failure) => {
      if (failure) stay()
    }),
    router.onError(stay),
  ]
  onBeforeRouteUpdate(({ query }) => {
    if (text(said(query)) !== text(near)) follow(query)
  })
  let first = true
  onActivated(() => {
    here = true
    leaving = false
    const asked = text(said(route.query))
    // A step back to a search; an address that says nothing is that of the way home from another screen.
    if (!first && !unsaid && asked !== '' && asked !== text(near)) follow(route.query)
    else note()
    first = false
  })
  onDeactivated(() => {
    here = false
    clearTimeout(noting)
  })
  onScopeDispose(() => {
    clearTimeout(noting)
    for (const end of ends) end()
  })
}
