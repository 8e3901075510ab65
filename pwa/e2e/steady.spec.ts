import type { Page, Request } from '@playwright/test'
import { joinDeal, moveDeal, openDeals, pay } from './deals'
import { freshName, PHONE } from './member'
import { watchShifts } from './shifts'
import { expect, test } from './test'

/** Milliseconds that every answer comes late: each screen is first drawn without it. */
const LATE = 300
/** Milliseconds that the answers of one service come late, and those of all others are drawn already. */
const LAST = 3 * LATE
/** Milliseconds after the last answer by which what it said is drawn, and what it leads to is asked for. */
const DRAWN = 1000

/** Whether something waits for it; the stream stays open. */
const isAsked = (request: Request) =>
  request.url().includes('/api/') && !request.url().endsWith('/api/push/stream')

async function expectStill(page: Page, last: 'deal' | 'pay' | 'chat' | 'member', paths: string[]) {
  const shifts = await watchShifts(page)
  const open = new Set<Request>()
  let quiet = Date.now()
  const begin = (request: Request) => {
    // What the page before still waited for is nobody's any more.
    if (request.isNavigationRequest()) open.clear()
    else if (isAsked(request)) open.add(request)
  }
  const end = (request: Request) => {
    if (open.delete(request)) quiet = Date.now()
  }
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end)
  await page.route('**/api/**', async (route) => {
    const late = route.request().url().includes(`/api/${last}/`) ? LAST : LATE
    await new Promise((resolve) => setTimeout(resolve, late))
    await route.fallback()
  })
  for (const path of paths) {
    await page.goto(path)
    quiet = Date.now()
    await expect(page.getByRole('main')).not.toBeEmpty()
    await expect.poll(() => open.size === 0 && Date.now() - quiet > DRAWN).toBe(true)
    await expect(page.locator('.skeleton')).toHaveCount(0)
    const { score, moved } = await shifts()
    expect.soft(score, `${path}, ${last} last\n${moved.join('\n')}`).toBeLessThanOrEqual(0.001)
  }
  page.off('request', begin).off('requestfinished', end).off('requestfailed', end)
  await page.unroute('**/api/**')
}

test('nothing jumps while answers and pictures are still on their way', async ({
  arrive,
  request,
}, { project }) => {
  test.skip(project.name !== 'phone', 'a small screen is where a late line moves most')
  const host = await arrive('방장', PHONE)
  const guest = await arrive('이웃', PHONE)
  await host.isMember()
  const title = freshName('느린 쌀')
  const [dealId = '', owedId = '', paidId = ''] = await openDeals(request, host, [
    { title, latitude: 37.5563, longitude: 126.922 },
    { title: `${title} 둘`, latitude: 37.5563, longitude: 126.922, hostShares: 7 },
    { title: `${title} 셋`, latitude: 37.5563, longitude: 126.922, hostShares: 7 },
  ])
  await guest.isMember('서교동')
  for (const one of [dealId, owedId, paidId]) await joinDeal(request, guest, one)
  for (const one of [owedId, paidId]) {
    await moveDeal(request, host, one, 'ORDERED')
    await moveDeal(request, host, one, 'READY')
  }
  await pay(request, guest, host, paidId, 4000)

  const visitor = await arrive('나그네', PHONE)
  await expectStill(visitor.page, 'deal', ['/', `/deals/${dealId}`])
  const room = `/chat/${dealId}`
  const deals = [dealId, owedId, paidId].map((id) => `/deals/${id}`)
  await expectStill(guest.page, 'pay', [...deals, '/mine', '/wallet', room])
  await expectStill(guest.page, 'deal', ['/home', `/deals/${owedId}`, '/mine', room])
  await expectStill(guest.page, 'chat', ['/chat', room, '/inbox'])
  await expectStill(guest.page, 'member', ['/home', '/me'])
  await expectStill(host.page, 'pay', [...deals, '/mine?side=opened'])
})
