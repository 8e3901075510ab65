import { toProblem } from '@/api/problem'
import { AccessTokens, type Grant } from './access-tokens'

/** Turns the server's answer into a grant; the clock is this device's, so only the span matters. */
export function toGrant(answer: { accessToken: string; expiresIn: number }): Grant {
  return { accessToken: answer.accessToken, expiresAt: Date.now() + answer.expiresIn * 1000 }
}

async function refresh(): Promise<Grant | null> {
  const response = await fetch('/api/member/sessions/refresh', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { Accept: 'application/json' },
  })
  if (response.ok)
    return toGrant((await response.json()) as { accessToken: string; expiresIn: number })
  if (response.status === 401) return null
  throw toProblem(response, await response.json().catch(() => null))
}

/** The one token holder of this tab. */
export const tokens = new AccessTokens({
  refresh,
  channel: new BroadcastChannel('gonggu.session'),
  // Missing where the page is not in a secure context; the server's grace for the same successor helps there.
  locks: (navigator as Partial<Navigator>).locks,
  now: () => Date.now(),
})
