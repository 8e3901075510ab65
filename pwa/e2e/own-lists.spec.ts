import type { APIRequestContext, Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { authorized, joinDeal, openDeals } from './deals'
import { freshName } from './member'
import { picture } from './pictures'
import { expect, test } from './test'

const SEOGYO = { latitude: 37.5563, longitude: 126.922 }

async function moveOn(
  request: APIRequestContext,
  headers: { Authorization: string },
  dealId: string,
  steps: readonly ('ORDERED' | 'READY')[],
) {
  for (const to of steps) {
    const moved = await request.post(`/api/deal/deals/${dealId}/status`, { headers, data: { to } })
    expect(moved.status(), await moved.text()).toBe(200)
  }
}

/** The server says that it cannot now, until it is left alone again. */
async function failing(page: Page, addresses: RegExp) {
  await page.route(addresses, (route) => route.fulfill({ status: 503, body: '' }))
  return () => page.unroute(addresses)
}

test('my deals stand by what is to be done, and news leads to them', async ({ arrive, request }, {
  project,
}) => {
  const size = project.name
  const host = await arrive('방장')
  const guest = await arrive('이웃')
  const { page } = guest
  await host.isMember()
  await guest.isMember()
  const titles = {
    ready: freshName('찾을 쌀'),
    open: freshName('모을 쌀'),
    gone: freshName('접은 쌀'),
  }

  await test.step('nothing yet says what to do', async () => {
    await page.goto('/inbox')
    await expect(page.getByText('아직 알림이 없어요')).toBeVisible()
    await expectAccessible(page)
    await page.goto('/mine')
    await expect(page.getByText('아직 참여한 공구가 없어요')).toBeVisible()
    await expect(page.getByRole('link', { name: '공구 둘러보기' })).toBeVisible()
  })

  const [ready = '', open = '', gone = ''] = await openDeals(request, host, [
    // One share is left: whoever joins fills it.
    { title: titles.ready, ...SEOGYO, hostShares: 7 },
    { title: titles.open, ...SEOGYO },
    { title: titles.gone, ...SEOGYO },
  ])
  for (const id of [ready, open, gone]) await joinDeal(request, guest, id)
  const headers = await authorized(request, host)
  await moveOn(request, headers, ready, ['ORDERED', 'READY'])
  const cancelled = await request.post(`/api/deal/deals/${gone}/cancellation`, {
    headers,
    data: { reason: '도매상이 문을 닫았어요.' },
  })
  expect(cancelled.status(), await cancelled.text()).toBe(200)

  await test.step('joined deals stand by stage; what is cancelled asks for no money', async () => {
    await page.goto('/mine')
    const stage = (name: RegExp) => page.getByRole('region', { name })
    await expect(stage(/^지금 나눌 공구 1$/)).toContainText(titles.ready)
    await expect(stage(/^진행 중 1$/)).toContainText(titles.open)
    await expect(stage(/^지난 공구 1$/)).toContainText(titles.gone)
    await expect(stage(/^지금 나눌/).getByRole('link', { name: '송금' })).toBeVisible()
    await expect(stage(/^지난/).getByRole('link', { name: '송금' })).toHaveCount(0)
    await expectAccessible(page)
    await picture(page, `${size}-61-my-deals`)
    await host.page.goto('/mine?side=opened')
    await expect(host.page.getByRole('region', { name: /^지난 공구 1$/ })).toContainText(
      titles.gone,
    )
  })

  await test.step('a list that cannot be had says so, and comes when asked again', async () => {
    const mend = await failing(page, /\/me\/enrolled/)
    await page.reload()
    await expect(page.getByText('내 공구를 불러오지 못했어요')).toBeVisible()
    await mend()
    await page.getByRole('button', { name: '다시 불러오기' }).click()
    await expect(page.getByText(titles.open)).toBeVisible()
  })

  const news = page.getByRole('main').getByRole('link', { name: new RegExp(titles.gone) })
  await test.step('the bell counts on every open page, and reading quiets it on all', async () => {
    const elsewhere = await guest.context.newPage()
    await elsewhere.goto('/me')
    const bell = elsewhere.getByRole('banner').getByRole('link', { name: /새 알림 \d+개/ })
    await expect(bell).toBeVisible()
    await page.goto('/inbox')
    await expect(page.getByRole('heading', { name: '오늘' })).toBeVisible()
    await expect(news).toContainText('공구가 취소됐어요')
    await expectAccessible(page)
    await picture(page, `${size}-62-inbox`)
    await expect(
      elsewhere.getByRole('banner').getByRole('link', { name: '알림', exact: true }),
    ).toBeVisible()
    await elsewhere.close()
  })

  await test.step('an inbox that cannot be had says so, and comes when asked again', async () => {
    const mend = await failing(page, /\/api\/push\/inbox/)
    await page.reload()
    await expect(page.getByText('알림을 불러오지 못했어요')).toBeVisible()
    await mend()
    await page.getByRole('button', { name: '다시 불러오기' }).click()
    await news.click()
    await expect(page.getByRole('heading', { level: 1, name: titles.gone })).toBeVisible()
    await expect(page.getByText('도매상이 문을 닫았어요.', { exact: false }).first()).toBeVisible()
  })
})
