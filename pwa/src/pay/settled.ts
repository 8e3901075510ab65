import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { payApi } from '@/api/clients'
import { answer } from '@/api/problem'
import type { Transaction } from '@/api/types'

/** As many as the pay service gives at once; who settles more deals than this at a time sees the newest. */
const LIMIT = 100

type Counterparty = NonNullable<Transaction['counterparty']>

/** What a neighbour sent me for a deal, less what I sent them. Whole won. */
interface Balance {
  dealId: string
  with: Counterparty
  won: number
}

/**
 * What went between two neighbours for a deal, so that nobody pays twice or asks twice. What was paid back
 * is taken off. Whole won.
 */
export const useSettled = defineStore('settled', () => {
  const balances = shallowRef<Balance[]>([])
  const known = ref(false)
  let asked = 0

  const balance = (dealId: string, memberId: string) =>
    balances.value.find((one) => one.dealId === dealId && one.with.id === memberId)?.won ?? 0

  return {
    /** Whether it could be told at all since the member came: nobody is asked to pay on a guess. */
    known,
    /** Only a help beside the deal: where it cannot be told, nothing is said. */
    async load() {
      const mine = ++asked
      try {
        const { items } = await answer(
          payApi.GET('/transactions', { params: { query: { kind: 'REMITTANCE', limit: LIMIT } } }),
        )
        // An answer that comes after a later question knows less than that one's.
        if (mine !== asked) return
        const found = new Map<string, Balance>()
        for (const { direction, dealId, counterparty, amount } of items) {
          if (dealId === undefined || counterparty === undefined) continue
          const key = `${dealId} ${counterparty.id}`
          const so = found.get(key) ?? { dealId, with: counterparty, won: 0 }
          found.set(key, { ...so, won: so.won + (direction === 'in' ? amount : -amount) })
        }
        balances.value = [...found.values()]
        known.value = true
      } catch {
        // What was known stays.
      }
    },
    /** What I sent to a member for a deal. */
    sent: (dealId: string, to: string) => Math.max(0, -balance(dealId, to)),
    /** What a member sent me for a deal. */
    received: (dealId: string, from: string) => Math.max(0, balance(dealId, from)),
    /** Whether a member has sent me back all that I had sent for a deal. */
    cameBack: (dealId: string, from: string) =>
      balances.value.some((one) => one.dealId === dealId && one.with.id === from && one.won === 0),
    /** To whom I sent something for a deal, and what of it did not come back. */
    recipients: () =>
      balances.value
        .filter(({ won }) => won < 0)
        .map((one) => ({ dealId: one.dealId, member: one.with, won: -one.won })),
    /** Who sent me something for a deal. */
    senders: (dealId: string) =>
      balances.value
        .filter((one) => one.dealId === dealId && one.won > 0)
        .map((one) => ({ member: one.with, won: one.won })),
  }
})
