import { expect, test, type Page } from '@playwright/test'
import { joinDeal, moveDeal, openDeals, pay } from './deals'
import { freshName, Member, PHONE } from './member'
import { watchShifts } from './shifts'

/** Milliseconds that every answer comes late: each screen is first drawn without it. */
const LATE = 300
/** Milliseconds that the answers of one service come late, and those of all others are drawn already. */
const LAST = 3 * LATE

async function expectStill(page: Page, last: 'deal' | 'pay' | 'chat' | 'member', paths: string[]) {
  const shifts = await watchShifts(page)
  let asked = Date.now()
  await page.unroute('**/api/**')
  await page.route('**/api/**', async (route) => {
    asked = Date.now()
    const late = route.request().url().includes(`/api/${last}/`) ? LAST : LATE
    await new Promise((resolve) => setTimeout(resolve, late))
    await route.fallback()
  })
  for (const path of paths) {
    await page.goto(path)
    asked = Date.now()
    await expect(page.getByRole('main')).not.toBeEmpty()
    // A stream stays open, so the network is never idle: it is quiet when nothing more is asked for.
    await expect.poll(() => Date.now() - asked).toBeGreaterThan(LAST + LATE)
    await expect(page.locator('.skeleton')).toHaveCount(0)
    const { score, moved } = await shifts()
    expect.soft(score, `${path}, ${last} last\n${moved.join('\n')}`).toBeLessThanOrEqual(0.001)
  }
}

test('nothing jumps while answers and pictures are still on their way', async ({
  browser,
  request,
}, { project }) => {
  test.skip(project.name !== 'phone', 'a small screen is where a late line moves most')
  const host = await Member.arrive(browser, '방장', PHONE)
  const guest = await Member.arrive(browser, '이웃', PHONE)
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

  const visitor = await Member.arrive(browser, '나그네', PHONE)
  await expectStill(visitor.page, 'deal', ['/', `/deals/${dealId}`])
  const room = `/chat/${dealId}`
  const deals = [dealId, owedId, paidId].map((id) => `/deals/${id}`)
  await expectStill(guest.page, 'pay', [...deals, '/mine', '/wallet', room])
  await expectStill(guest.page, 'deal', ['/home', `/deals/${owedId}`, '/mine', room])
  await expectStill(guest.page, 'chat', ['/chat', room, '/inbox'])
  await expectStill(guest.page, 'member', ['/home', '/me'])
  await expectStill(host.page, 'pay', [...deals, '/mine?side=opened'])
  for (const { context } of [host, guest, visitor]) await context.close()
})
