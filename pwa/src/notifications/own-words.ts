/** What a notification quotes, as the push service states it. */
interface Quoted {
  note?: unknown
  reason?: unknown
  memo?: unknown
}

/** A member's own words in a notification: a host's note or reason, a sender's memo; undefined for none. */
export function ownWords({ note, reason, memo }: Quoted): string | undefined {
  return [note, reason, memo].find(
    (words): words is string => typeof words === 'string' && words !== '',
  )
}
