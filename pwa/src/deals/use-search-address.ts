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

const text = (shown: DealsShown) => new URLSearchParams(toAddress(shown)).toString()

/**
 * Keeps what is looked for, and how it is shown, in the address of the screen: a reload, a bookmark and a
 * link find it again. An address that says something is followed at once; later what is chosen is noted in
 * it, without a step of its own to go back over.
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
  function note() {
    clearTimeout(noting)
    noting = setTimeout(() => {
      if (text(said(route.query)) !== text(near))
        void router.replace({ query: toAddress(near), hash: route.hash })
    }, SETTLED)
  }
  /** A word in the address would call off a way to another screen that has begun. */
  const leave = () => clearTimeout(noting)
  onBeforeRouteLeave(leave)

  let here = true
  watch(
    computed(() => text(near)),
    () => here && note(),
  )
  onActivated(() => {
    here = true
    note()
  })
  onDeactivated(() => {
    here = false
    leave()
  })
  onScopeDispose(leave)

  onBeforeRouteUpdate(({ query }) => {
    if (text(said(query)) === text(near)) return
    near.choose(said(query))
    followed()
  })
}
