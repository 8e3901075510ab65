import { expect, test, type Page } from '@playwright/test'
import { joinDeal, openDeals } from './deals'
import { freshName, Member, PHONE } from './member'
import { watchShifts } from './shifts'

/** Milliseconds that every answer comes late: each screen is first drawn without it. */
const LATE = 400

async function expectStill(page: Page, paths: string[]) {
  const shifted = await watchShifts(page)
  let asked = Date.now()
  await page.route('**/api/**', async (route) => {
    asked = Date.now()
    await new Promise((resolve) => setTimeout(resolve, LATE))
    await route.fallback()
  })
  for (const path of paths) {
    await page.goto(path)
    asked = Date.now()
    await expect(page.getByRole('main')).not.toBeEmpty()
    // A stream stays open, so the network is never idle: it is quiet when nothing more is asked for.
    await expect.poll(() => Date.now() - asked).toBeGreaterThan(3 * LATE)
    await expect(page.locator('.skeleton')).toHaveCount(0)
    expect.soft(await shifted(), path).toBeLessThanOrEqual(0.001)
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
  const [dealId = ''] = await openDeals(request, host, [
    { title, latitude: 37.5563, longitude: 126.922 },
  ])
  await guest.isMember('서교동')
  await joinDeal(request, guest, dealId)

  const visitor = await Member.arrive(browser, '나그네', PHONE)
  await expectStill(visitor.page, ['/', `/deals/${dealId}`])
  await expectStill(guest.page, [
    '/home',
    `/deals/${dealId}`,
    '/mine',
    '/chat',
    `/chat/${dealId}`,
    '/wallet',
    '/inbox',
    '/me',
  ])
  await expectStill(host.page, [`/deals/${dealId}`])
  for (const { context } of [host, guest, visitor]) await context.close()
})
