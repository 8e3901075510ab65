import { openDeals } from './deals'
import { freshName } from './member'
import { picture } from './pictures'
import { expect, test } from './test'

test('a visitor finds a deal nearby, signs up to join it and comes back to it', async ({ arrive }, {
  project,
}) => {
  const host = await arrive('방장')
  await host.signUp()
  const title = freshName('현미')
  const [deal] = await openDeals(host.context.request, host, [
    { title, latitude: 37.5563, longitude: 126.922 },
  ])

  const visitor = await arrive('손님')
  const { page } = visitor
  await page.goto('/')
  await page.getByLabel('동네 고르기').selectOption({ label: '서교동' })
  await expect(page.getByRole('heading', { name: '서교동 가까이 열린 공구' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: '남음' }).first()).toBeVisible()
  await picture(page, `${project.name}-60-landing`)

  // What was chosen is still chosen, and the place is told only roughly.
  const [request] = await Promise.all([page.waitForRequest(/\/api\/deal\/deals\?/), page.reload()])
  expect(new URL(request.url()).searchParams.get('near')).toMatch(/^37\.5\d{0,2},126\.9\d{0,2}$/)
  await expect(page.getByLabel('동네 고르기')).toHaveValue(/\d+/)

  await page.goto(`/deals/${deal}`)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page.getByRole('button', { name: '하나 더하기' }).click()
  await page.getByRole('button', { name: /참여/ }).click()
  await page.getByRole('link', { name: '가입하기' }).click()
  // Exactly: the login screen, which may still stand there, asks for an e-mail address or nickname.
  await page.getByLabel('이메일', { exact: true }).fill(visitor.email)
  await page.getByLabel('별명').fill(visitor.nickname)
  await expect(page.getByText('쓸 수 있는 별명이에요.').first()).toBeVisible()
  await page.getByLabel('비밀번호').fill(visitor.password)
  await page.getByRole('button', { name: '가입하고 시작하기' }).click()
  await page.getByRole('button', { name: '이 동네로 정하기' }).click()
  // One press was enough: what it asked for goes on here.
  await expect(page.getByRole('dialog', { name: /2몫/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: /참여/ })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('what is taken is said beside its field before anything is sent', async ({ arrive }) => {
  const first = await arrive('먼저')
  await first.signUp()
  const second = await arrive('나중')
  const { page } = second
  await page.goto('/sign-up')
  await page.getByLabel('이메일').fill(first.email)
  await page.getByLabel('별명').fill(first.nickname)
  await expect(page.getByLabel('이메일')).toHaveAccessibleDescription(/이미 가입한 이메일/)
  await expect(page.getByLabel('별명')).toHaveAccessibleDescription(/다른 이웃이 쓰는 별명/)
})

test('a browser that prefers English begins in English, until Korean is chosen', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('button', { name: '한국어' }).click()
  await expect(page.getByRole('link', { name: '가입하기' })).toBeVisible()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await context.close()
})

test('without an answer the first page says so, and asks again on a press', async ({ page }) => {
  await page.route(/\/api\/deal\/deals\?/, (route) => route.abort())
  await page.goto('/')
  await expect(page.getByText('서버와 연결되지 않아요', { exact: false })).toBeVisible()
  await page.unroute(/\/api\/deal\/deals\?/)
  await page.getByRole('button', { name: '다시 불러오기' }).click()
  await expect(page.getByText('서버와 연결되지 않아요', { exact: false })).toBeHidden()
})
