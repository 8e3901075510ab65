import { defineStore } from 'pinia'
import { ref } from 'vue'
import { dealApi } from '@/api/clients'
import { answer } from '@/api/problem'
import type { DealSummary } from '@/api/types'
import { cursorList } from '@/paging/cursor-list'
import { useSession } from '@/session/session'

export const SORTS = ['nearest', 'endingSoon', 'newest'] as const
export type Sort = (typeof SORTS)[number]

/** Deals one may still join, within the member's radius; all of them while no neighbourhood is set. */
export const useNearDeals = defineStore('near-deals', () => {
  const session = useSession()
  const sort = ref<Sort>('nearest')

  const list = cursorList<DealSummary>(
    (cursor) => {
      const home = session.profile?.neighbourhood
      return answer(
        dealApi.GET('/deals', {
          params: {
            query: {
              status: ['RECRUITING'],
              sort: home ? sort.value : sort.value === 'nearest' ? 'newest' : sort.value,
              ...(home
                ? { near: `${home.latitude},${home.longitude}`, radius: home.radiusMeters }
                : {}),
              ...(cursor === undefined ? {} : { cursor }),
            },
          },
        }),
      )
    },
    (deal) => deal.id,
  )

  return {
    list,
    sort,
    sortBy(chosen: Sort) {
      sort.value = chosen
      return list.load()
    },
  }
})
