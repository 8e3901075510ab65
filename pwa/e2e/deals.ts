import { expect, type APIRequestContext } from '@playwright/test'
import type { Member } from './member'

interface Wanted {
  title: string
  latitude: number
  longitude: number
  hostShares?: number
  /** Of pictures that were uploaded. */
  images?: string[]
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
  await letIn(request, headers, dealId)
}

/** Waits until the chat has heard that somebody opened or joined a deal. */
export async function letIn(
  request: APIRequestContext,
  headers: { Authorization: string },
  dealId: string,
) {
  await expect
    .poll(async () =>
      (await request.get(`/api/chat/rooms/${dealId}/messages`, { headers })).status(),
    )
    .toBe(200)
}

/** Says something in a room over HTTP: words, or a picture that was uploaded. */
export async function say(
  request: APIRequestContext,
  headers: { Authorization: string },
  dealId: string,
  content: string | { imageId: string },
) {
  const said = await request.post(`/api/chat/rooms/${dealId}/messages`, {
    headers,
    data: {
      clientId: crypto.randomUUID(),
      ...(typeof content === 'string' ? { text: content } : content),
    },
  })
  expect(said.status(), await said.text()).toBe(201)
}

/**
 * Uploads a picture to a service's collection of pictures over HTTP.
 * @returns its id
 */
export async function upload(
  request: APIRequestContext,
  headers: { Authorization: string },
  service: 'deal' | 'chat',
  photograph: Buffer,
): Promise<string> {
  const uploaded = await request.post(`/api/${service}/images`, {
    headers,
    multipart: { file: { name: 'a.jpg', mimeType: 'image/jpeg', buffer: photograph } },
  })
  expect(uploaded.status(), await uploaded.text()).toBe(201)
  return ((await uploaded.json()) as { id: string }).id
}

/** The host moves a full deal on, with words and an uploaded picture where they are given. */
export async function moveDeal(
  request: APIRequestContext,
  host: Member,
  dealId: string,
  to: 'ORDERED' | 'READY',
  more: { note?: string; receiptImageId?: string } = {},
) {
  const moved = await request.post(`/api/deal/deals/${dealId}/status`, {
    headers: await authorized(request, host),
    data: { to, ...more },
  })
  expect(moved.status(), await moved.text()).toBe(200)
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
  for (const { title, latitude, longitude, hostShares, images } of deals) {
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
        imageIds: images ?? [],
      },
    })
    expect(opened.status(), await opened.text()).toBe(201)
    ids.push(((await opened.json()) as { id: string }).id)
  }
  return ids
}

/** Charges a wallet with so many won, and sends them to a neighbour for a deal. */
export async function pay(
  request: APIRequestContext,
  from: Pick<Member, 'nickname' | 'password'>,
  to: Pick<Member, 'nickname'>,
  dealId: string,
  amount: number,
) {
  const headers = async () => ({
    ...(await authorized(request, from)),
    'Idempotency-Key': crypto.randomUUID(),
  })
  for (const [what, data] of [
    ['charges', { amount }],
    ['remittances', { toNickname: to.nickname, amount, dealId }],
  ] as const) {
    const paid = await request.post(`/api/pay/${what}`, { headers: await headers(), data })
    expect(paid.status(), await paid.text()).toBe(201)
  }
}
