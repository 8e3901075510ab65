import { toProblem } from '@/api/problem'
import type { SignedIn } from '@/api/types'
import { AccessTokens, type Grant } from './access-tokens'

/** A grant with whose it is, so that no tab has to ask for that again. */
export interface SessionGrant extends Grant {
  profile: SignedIn['member']
}

/** Turns the server's answer into a grant; the clock is this device's, so only the span matters. */
export function toGrant({ accessToken, expiresIn, member }: SignedIn): SessionGrant {
  return { accessToken, expiresAt: Date.now() + expiresIn * 1000, profile: member }
}

async function refresh(): Promise<SessionGrant | null> {
  const response = await fetch('/api/member/sessions/refresh', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { Accept: 'application/json' },
    // The first screen waits for this: a line that hangs is no line. Well below the server's grace, in which
    // a cookie whose answer was lost still gets its successor.
    signal: AbortSignal.timeout(6000),
  })
  if (response.ok) return toGrant((await response.json()) as SignedIn)
  if (response.status === 401) return null
  throw toProblem(response, await response.json().catch(() => null))
}

/** The one token holder of this tab. */
export const tokens = new AccessTokens<SessionGrant>({
  refresh,
  channel: new BroadcastChannel('gonggu.session'),
  // Missing where the page is not in a secure context; the server's grace for the same successor helps there.
  locks: (navigator as Partial<Navigator>).locks,
  now: () => Date.now(),
})
