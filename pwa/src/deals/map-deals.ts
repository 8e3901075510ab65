import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { dealApi } from '@/api/clients'
import { answer } from '@/api/problem'
import type { DealSummary } from '@/api/types'
import { CENTRE, type Point } from '@/place/seoul'
import { mapQuery, type Area } from './deal-search'
import { useNearDeals } from './near-deals'
import { useHomePlace } from './home-place'

/** How many deals a map shows at most: more could not be told apart. */
export const MOST_ON_MAP = 100

/** The deals of a part of the map, by the same choices as the list's. */
export const useMapDeals = defineStore('map-deals', () => {
  const place = useHomePlace()
  const near = useNearDeals()

  const deals = shallowRef<DealSummary[]>([])
  const more = ref(false)
  const phase = ref<'idle' | 'loading' | 'ready' | 'failed'>('idle')
  const error = shallowRef<unknown>()
  const home = computed(() => place.home)
  /** Where the map was left, so that it is found there again. */
  const view = ref<{ centre: Point; zoom: number }>()
  let asked = 0

  return {
    deals,
    more,
    phase,
    error,
    home,
    view,
    start: computed<Point>(() => home.value ?? CENTRE),
    /** Looks in a part of the map; an answer that comes after a later question is thrown away. */
    async look(area: Area) {
      const mine = ++asked
      phase.value = 'loading'
      try {
        const page = await answer(
          dealApi.GET('/deals', {
            params: { query: { ...mapQuery(near.filter, area), limit: MOST_ON_MAP } },
          }),
        )
        if (mine !== asked) return
        deals.value = page.items
        more.value = Boolean(page.next)
        error.value = undefined
        phase.value = 'ready'
      } catch (problem) {
        if (mine !== asked) return
        error.value = problem
        phase.value = 'failed'
      }
    },
  }
})
