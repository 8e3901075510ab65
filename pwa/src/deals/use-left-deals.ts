import { computed, shallowReactive, watch } from 'vue'
import { dealApi } from '@/api/clients'
import { answer } from '@/api/problem'
import type { DealDetail } from '@/api/types'
import { useSettled } from '@/pay/settled'
import { useMyDeals } from './my-deals'

/**
 * Deals that I left after I had paid: no list of mine has them any more, and their host still has money of
 * mine. Only a help: what cannot be told is left out.
 *
 * @returns each with what is to come back, in whole won
 */
export function useLeftDeals() {
  const mine = useMyDeals()
  const settled = useSettled()
  const deals = shallowReactive(new Map<string, DealDetail>())

  const left = computed(() => {
    // A list that is not whole says nothing about what is missing in it.
    if (mine.enrolled.phase !== 'ready' || mine.enrolled.hasMore) return []
    const listed = new Set(mine.enrolled.items.map(({ deal }) => deal.id))
    return settled.recipients().filter(({ dealId }) => !listed.has(dealId))
  })

  watch(
    left,
    (all) => {
      for (const { dealId } of all)
        if (!deals.has(dealId))
          answer(dealApi.GET('/deals/{id}', { params: { path: { id: dealId } } })).then(
            (deal) => deals.set(dealId, deal),
            () => undefined,
          )
    },
    { immediate: true },
  )

  return computed(() =>
    left.value.flatMap(({ dealId, member, won }) => {
      const deal = deals.get(dealId)
      return deal?.host.id === member.id ? [{ deal, won }] : []
    }),
  )
}
