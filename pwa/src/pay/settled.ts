import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { payApi } from '@/api/clients'
import { answer } from '@/api/problem'
import type { Transaction } from '@/api/types'
import { allPages } from '@/paging/all-pages'

/** As many as the pay service gives at once. */
const LIMIT = 100
/** What is older is settled: a deal is open for sixty days at most, and handed out soon after. Milliseconds. */
const WITHIN = 200 * 24 * 3600_000

type Counterparty = NonNullable<Transaction['counterparty']>

/** What a neighbour sent me for a deal, less what I sent them. Whole won. */
interface Balance {
  dealId: string
  with: Counterparty
  won: number
}

/** What went between the member and neighbours, as far back as it matters. */
function remittances(): Promise<Transaction[]> {
  const since = Date.now() - WITHIN
  return allPages(
    (at) =>
      answer(
        payApi.GET('/transactions', {
          params: { query: { kind: 'REMITTANCE', limit: LIMIT, ...at } },
        }),
      ),
    (sofar) => new Date(sofar.at(-1)?.at ?? 0).getTime() <= since,
  )
}

/** As many as fit a phone in two lines. */
const MOST_LATELY = 5

function lately(items: readonly Transaction[]): Counterparty[] {
  const found = new Map<string, Counterparty>()
  for (const { direction, counterparty } of items)
    if (direction === 'out' && counterparty && !found.has(counterparty.id))
      found.set(counterparty.id, counterparty)
  return [...found.values()].slice(0, MOST_LATELY)
}

/**
 * What went between two neighbours for a deal, so that nobody pays twice or asks twice. What was paid back
 * is taken off. Whole won.
 */
export const useSettled = defineStore('settled', () => {
  const balances = shallowRef<Balance[]>([])
  const recipientsLately = shallowRef<Counterparty[]>([])
  const known = ref(false)
  const pending = ref(true)
  let asked = 0

  const balance = (dealId: string, memberId: string) =>
    balances.value.find((one) => one.dealId === dealId && one.with.id === memberId)?.won ?? 0

  return {
    /** Whether it could be told at all since the member came: nobody is asked to pay on a guess. */
    known,
    /** Whether it may be told soon: the first question has neither been answered nor failed. */
    pending,
    /** Only a help beside the deal: where it cannot be told, nothing is said. */
    async load() {
      const mine = ++asked
      try {
        const items = await remittances()
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
        recipientsLately.value = lately(items)
        known.value = true
      } catch {
        // What was known stays.
      } finally {
        if (mine === asked) pending.value = false
      }
    },
    /** To whom I sent something lately, the last first. */
    recipientsLately,
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
