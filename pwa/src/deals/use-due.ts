import type { RouteLocationRaw } from 'vue-router'
import type { DealSummary, Participant } from '@/api/types'
import { isThere } from '@/member/is-there'
import { useSettled } from '@/pay/settled'
import { cameToNothing, shownStatus } from './deal-state'

/** Of a deal, what paying for it needs. */
type Payable = Pick<
  DealSummary,
  'id' | 'title' | 'status' | 'deadline' | 'host' | 'pricePerShare' | 'hostShares' | 'sharesTaken'
>

/** What the host is to send back, and to whom. */
export interface Refund {
  member: { id: string; nickname?: string }
  /** Whole won. */
  won: number
  /** Whether the member is still in the market. */
  reachable: boolean
}

/** Who still owes whom what in a deal, and the ways to send it. */
export function useDue() {
  const settled = useSettled()

  return {
    load: () => settled.load(),
    /** Whether it may be told soon what is owed. */
    pending: () => settled.pending,
    /**
     * @param amount price of my shares in won
     * @param now epoch milliseconds
     * @returns won that the host has not been sent yet, 0 when all is sent; undefined while that cannot be
     *     told, and where nobody asks for money, because the deal will not be
     */
    due(deal: Payable, amount: number, now: number): number | undefined {
      if (!settled.known) return undefined
      const left = Math.max(0, amount - settled.sent(deal.id, deal.host.id))
      return left > 0 && cameToNothing(shownStatus(deal, now)) ? undefined : left
    },
    /**
     * @param amount price of my shares in won, 0 without any
     * @param now epoch milliseconds
     * @returns won that the host has of mine and no share stands for: to be asked back
     */
    excess(deal: Payable, amount: number, now: number): number {
      const owed = cameToNothing(shownStatus(deal, now)) ? 0 : amount
      return Math.max(0, settled.sent(deal.id, deal.host.id) - owed)
    },
    /**
     * What a host has of others and no share of theirs stands for: the deal came to nothing, or they left
     * or gave shares back after paying. Only what the service said counts, not what this clock makes of it:
     * the last share may have gone right before the deadline.
     *
     * @param people who joined, as far as known
     */
    refunds(deal: Payable, people: Participant[]): Refund[] {
      const nothing = cameToNothing(deal.status)
      const known = people.reduce((sum, { enrollment }) => sum + enrollment.quantity, 0)
      // Of whoever is missing in the list it cannot be told whether they have shares.
      if (!nothing && known + deal.hostShares !== deal.sharesTaken) return []
      return settled
        .senders(deal.id)
        .map(({ member, won }) => {
          const held = people.find((person) => person.member.id === member.id)?.enrollment.quantity
          return {
            member,
            won: won - (nothing ? 0 : (held ?? 0) * deal.pricePerShare),
            reachable: isThere(member.nickname),
          }
        })
        .filter(({ won }) => won > 0)
    },
    /** What a participant of a deal of mine has not sent me yet for its shares. Won. */
    owedBy: (dealId: string, { member, enrollment }: Participant) =>
      Math.max(0, enrollment.amount - settled.received(dealId, member.id)),
    /** What others have sent me for a deal of mine. Won. */
    taken: (deal: Payable) => settled.senders(deal.id).reduce((sum, { won }) => sum + won, 0),
    /** Names the sentence about money that is to come back: none comes from a host who has left. */
    awaitedKey: ({ host }: Pick<Payable, 'host'>) =>
      isThere(host.nickname) ? 'refund.awaited' : 'refund.lost',
    /** The screen on which an amount in won is sent to the host, filled in. */
    wayToPay: (deal: Payable, amount: number): RouteLocationRaw => ({
      name: 'remit',
      query: { to: deal.host.nickname, amount, deal: deal.id, memo: deal.title },
    }),
    /** The screen on which a neighbour is sent back what they sent, filled in. */
    wayToRefund: (deal: Payable, { member, won }: Refund, memo: string): RouteLocationRaw => ({
      name: 'remit',
      query: { to: member.nickname, amount: won, deal: deal.id, memo },
    }),
  }
}
