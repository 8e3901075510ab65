import { defineStore } from 'pinia'
import { ref } from 'vue'
import { dealApi } from '@/api/clients'
import { answer } from '@/api/problem'
import type { DealSummary } from '@/api/types'
import { cursorList } from '@/paging/cursor-list'
import { NO_FILTER, toQuery, type DealFilter, type Sort } from './deal-search'
import { useHomePlace } from './home-place'
import type { DealsShown } from './search-address'

/** How many results are counted before it is only said that there are more. */
export const COUNTED = 100

/** The deals of the home screen: around the member's home while there is one. */
export const useNearDeals = defineStore('near-deals', () => {
  const place = useHomePlace()
  const sort = ref<Sort>('nearest')
  const filter = ref<DealFilter>({ ...NO_FILTER })
  const onMap = ref(false)

  function find(wanted: DealFilter, page: { cursor?: string; limit?: number }) {
    return answer(
      dealApi.GET('/deals', {
        params: {
          query: { ...toQuery(wanted, sort.value, place.home), ...page },
        },
      }),
    )
  }

  const list = cursorList<DealSummary>(
    (cursor) => find(filter.value, cursor === undefined ? {} : { cursor }),
    (deal) => deal.id,
  )

  return {
    list,
    sort,
    filter,
    /** Whether they are shown on a map. */
    onMap,
    /** What to look for, and how to show it; nothing is fetched yet. */
    choose(shown: DealsShown) {
      filter.value = { ...shown.filter }
      sort.value = shown.sort
      onMap.value = shown.onMap
    },
    sortBy(chosen: Sort) {
      sort.value = chosen
      return list.load()
    },
    narrow(chosen: DealFilter) {
      filter.value = { ...chosen }
      return list.load()
    },
    /** How many a filter would find; `COUNTED` may mean more. */
    async count(wanted: DealFilter): Promise<number> {
      return (await find(wanted, { limit: COUNTED })).items.length
    },
  }
})
