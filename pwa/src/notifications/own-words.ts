/** What a notification quotes, as the push service states it. */
interface Quoted {
  note?: unknown
  reason?: unknown
  memo?: unknown
}

/** A host who calls a deal off has to say why; without a word it is off because the host has left. */
export function sentenceKey(kind: string, { reason }: Quoted): string {
  return kind === 'DEAL_CANCELLED' && !reason ? 'DEAL_LOST_HOST' : kind
}

/** A member's own words in a notification: a host's note or reason, a sender's memo; undefined for none. */
export function ownWords({ note, reason, memo }: Quoted): string | undefined {
  return [note, reason, memo].find(
    (words): words is string => typeof words === 'string' && words !== '',
  )
}
