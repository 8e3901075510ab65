import { expect, type APIRequestContext } from '@playwright/test'
import type { Member } from './member'

interface Wanted {
  title: string
  latitude: number
  longitude: number
  hostShares?: number
}

/** What a request of a member carries; a session of its own beside those of their pages. */
export async function authorized(
  request: APIRequestContext,
  member: Pick<Member, 'nickname' | 'password'>,
): Promise<{ Authorization: string }> {
  const session = await request.post('/api/member/sessions', {
    data: { login: member.nickname, password: member.password },
  })
  expect(session.ok()).toBe(true)
  const { accessToken } = (await session.json()) as { accessToken: string }
  return { Authorization: `Bearer ${accessToken}` }
}

/** Takes a share, and waits until the chat has let the member in. */
export async function joinDeal(request: APIRequestContext, member: Member, dealId: string) {
  const headers = await authorized(request, member)
  const joined = await request.post(`/api/deal/deals/${dealId}/enrollments`, {
    headers: { ...headers, 'Idempotency-Key': crypto.randomUUID() },
    data: { quantity: 1 },
  })
  expect(joined.status(), await joined.text()).toBe(201)
  await expect
    .poll(async () =>
      (await request.get(`/api/chat/rooms/${dealId}/messages`, { headers })).status(),
    )
    .toBe(200)
}

/** Says something in a room over HTTP. */
export async function say(
  request: APIRequestContext,
  headers: { Authorization: string },
  dealId: string,
  text: string,
) {
  const said = await request.post(`/api/chat/rooms/${dealId}/messages`, {
    headers,
    data: { clientId: crypto.randomUUID(), text },
  })
  expect(said.status(), await said.text()).toBe(201)
}

/**
 * Opens deals over HTTP: for tests that need many, or need them while a page stands still.
 * @returns their ids in the same order
 */
export async function openDeals(
  request: APIRequestContext,
  member: Pick<Member, 'nickname' | 'password'>,
  deals: readonly Wanted[],
): Promise<string[]> {
  const headers = await authorized(request, member)
  const ids: string[] = []
  for (const { title, latitude, longitude, hostShares } of deals) {
    const opened = await request.post('/api/deal/deals', {
      headers,
      data: {
        title,
        description: '반씩 나눠요.',
        category: 'GRAIN',
        totalPrice: 32_000,
        shares: 8,
        hostShares: hostShares ?? 1,
        unit: 'kg',
        unitQuantity: 2,
        deadline: new Date(Date.now() + 20 * 3600_000).toISOString(),
        pickup: { latitude, longitude, label: '주민센터 앞' },
        payment: 'DIRECT',
      },
    })
    expect(opened.status(), await opened.text()).toBe(201)
    ids.push(((await opened.json()) as { id: string }).id)
  }
  return ids
}
