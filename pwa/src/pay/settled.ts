import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { payApi } from '@/api/clients'
import { answer } from '@/api/problem'

/** As many as the pay service gives at once; who settles more deals than this at a time sees the newest. */
const LIMIT = 100

const key = (direction: 'in' | 'out', dealId: string, memberId: string) =>
  `${direction} ${dealId} ${memberId}`

/** What went between two neighbours for a deal, so that nobody pays twice or asks twice. Whole won. */
export const useSettled = defineStore('settled', () => {
  const sums = shallowRef(new Map<string, number>())
  const known = ref(false)

  return {
    /** Whether it could be told at all since the member came: nobody is asked to pay on a guess. */
    known,
    /** Only a help beside the deal: where it cannot be told, nothing is said. */
    async load() {
      try {
        const { items } = await answer(
          payApi.GET('/transactions', { params: { query: { kind: 'REMITTANCE', limit: LIMIT } } }),
        )
        const found = new Map<string, number>()
        for (const { direction, dealId, counterparty, amount } of items) {
          if (dealId === undefined || counterparty === undefined) continue
          const its = key(direction, dealId, counterparty.id)
          found.set(its, (found.get(its) ?? 0) + amount)
        }
        sums.value = found
        known.value = true
      } catch {
        // What was known stays.
      }
    },
    /** What I sent to a member for a deal. */
    sent: (dealId: string, to: string) => sums.value.get(key('out', dealId, to)) ?? 0,
    /** What a member sent me for a deal. */
    received: (dealId: string, from: string) => sums.value.get(key('in', dealId, from)) ?? 0,
  }
})
