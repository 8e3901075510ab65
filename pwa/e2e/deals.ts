import { expect, type APIRequestContext } from '@playwright/test'
import type { Member } from './member'

interface Wanted {
  title: string
  latitude: number
  longitude: number
  hostShares?: number
}

/**
 * Opens deals over HTTP: for tests that need many, or need them while a page stands still.
 * @returns their ids in the same order
 */
export async function openDeals(
  request: APIRequestContext,
  member: Member,
  deals: readonly Wanted[],
): Promise<string[]> {
  const session = await request.post('/api/member/sessions', {
    data: { login: member.nickname, password: member.password },
  })
  expect(session.ok()).toBe(true)
  const { accessToken } = (await session.json()) as { accessToken: string }
  const ids: string[] = []
  for (const { title, latitude, longitude, hostShares } of deals) {
    const opened = await request.post('/api/deal/deals', {
      headers: { Authorization: `Bearer ${accessToken}` },
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
