import type { RouteLocationRaw } from 'vue-router'
import type { DealSummary } from '@/api/types'
import { useSettled } from '@/pay/settled'
import { shownStatus } from './deal-state'

/** Of a deal, what paying for it needs. */
type Payable = Pick<DealSummary, 'id' | 'title' | 'status' | 'deadline' | 'host'>

/** What a participant still owes the host of a deal, and the way to send it. */
export function useDue() {
  const settled = useSettled()

  return {
    load: () => settled.load(),
    /** What the host was sent for a deal. Won. */
    sent: (deal: Payable) => settled.sent(deal.id, deal.host.id),
    /**
     * @param amount price of my shares in won
     * @param now epoch milliseconds
     * @returns won that the host has not been sent yet, 0 when all is sent; undefined while that cannot be
     *     told, and where nobody asks for money, because the deal will not be
     */
    due(deal: Payable, amount: number, now: number): number | undefined {
      if (!settled.known) return undefined
      const left = Math.max(0, amount - settled.sent(deal.id, deal.host.id))
      const status = shownStatus(deal, now)
      return left > 0 && (status === 'CANCELLED' || status === 'EXPIRED') ? undefined : left
    },
    /** The screen on which an amount in won is sent to the host, filled in. */
    wayToPay: (deal: Payable, amount: number): RouteLocationRaw => ({
      name: 'remit',
      query: { to: deal.host.nickname, amount, deal: deal.id, memo: deal.title },
    }),
  }
}
