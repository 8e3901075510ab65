import { lostHost } from '../deals/lost-host'

/** What a notification quotes, as the push service states it. */
interface Quoted {
  note?: unknown
  reason?: unknown
  memo?: unknown
}

/** Steps of a deal that have a sentence of their own. */
const STEPS = ['ORDERED', 'READY', 'COMPLETED']

/** What a notification is about, as the messages name its sentence. */
export function sentenceKey(kind: string, { reason, status }: Quoted & { status?: unknown }) {
  if (kind === 'DEAL_CANCELLED' && lostHost(reason)) return 'DEAL_LOST_HOST'
  const step = kind === 'DEAL_STATUS_CHANGED' && STEPS.find((known) => known === status)
  return step ? `DEAL_${step}` : kind
}

/** A member's own words in a notification: a host's note or reason, a sender's memo; undefined for none. */
export function ownWords({ note, reason, memo }: Quoted): string | undefined {
  return [note, reason, memo].find(
    (words): words is string => typeof words === 'string' && words !== '',
  )
}
