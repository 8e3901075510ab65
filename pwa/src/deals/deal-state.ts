import type { DealStatus, DealStep, DealSummary, EnrolledDeal } from '@/api/types'

/**
 * The status as a reader should see it: a deadline passes at once, the service notes it a little later.
 * @param now epoch milliseconds
 */
export function shownStatus(
  { status, deadline }: Pick<DealSummary, 'status' | 'deadline'>,
  now: number,
): DealStatus {
  return status === 'RECRUITING' && new Date(deadline).getTime() <= now ? 'EXPIRED' : status
}

/** Whether a deal came to nothing: nobody pays for it any more, and what was paid is to go back. */
export function cameToNothing(status: DealStatus): status is 'CANCELLED' | 'EXPIRED' {
  return status === 'CANCELLED' || status === 'EXPIRED'
}

const NEXT: Partial<Record<DealStatus, DealStep>> = {
  FULL: 'ORDERED',
  ORDERED: 'READY',
  READY: 'COMPLETED',
}

/** What comes after a status, for the host to say; undefined where it is not the host's to say. */
export const nextStep = (status: DealStatus): DealStep | undefined => NEXT[status]

/** What a member's deals are sorted by: what is to be handed over now, what is under way, what is over. */
export const STAGES = ['handover', 'underWay', 'over'] as const
export type Stage = (typeof STAGES)[number]

/**
 * @param receivedAt when a participant has the goods, the deal is over for it, whatever the others do
 */
export function stageOf(
  deal: Pick<DealSummary, 'status' | 'deadline'>,
  now: number,
  receivedAt?: EnrolledDeal['enrollment']['receivedAt'],
): Stage {
  const status = shownStatus(deal, now)
  if (receivedAt || status === 'COMPLETED' || cameToNothing(status)) return 'over'
  return status === 'READY' ? 'handover' : 'underWay'
}
