import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { openDeals } from './deals'
import { freshName, PHONE, type Member } from './member'
import { drawPhotograph } from './pictures'
import { keepShell } from './shell'

/**
 * What the PWA of 2022 did works here, and each of its defects is absent: one test for each, named after
 * it. Members come and deals are opened over HTTP, so that each test shows its own line alone.
 */

const SEOGYO = { latitude: 37.5563, longitude: 126.922 }

interface Neighbour extends Pick<Member, 'nickname' | 'password'> {
  context: BrowserContext
  page: Page
  headers: { Authorization: string }
}

/** Signed up and at home in Seogyo-dong, with a page of their own that knows nothing of it yet. */
async function arrive(browser: Browser, root: string) {
  const context = await browser.newContext(PHONE)
  const nickname = freshName(root)
  const password = 'sixteen mandarins'
  const signedUp = await context.request.post('/api/member/members', {
    data: { nickname, password, email: `${freshName('neighbour')}@example.com` },
  })
  expect(signedUp.status(), await signedUp.text()).toBe(201)
  const signedIn = await context.request.post('/api/member/sessions', {
    data: { login: nickname, password },
  })
  const { accessToken } = (await signedIn.json()) as { accessToken: string }
  const headers = { Authorization: `Bearer ${accessToken}` }
  const settled = await context.request.put('/api/member/members/me/neighbourhood', {
    headers,
    data: { ...SEOGYO, label: '서교동', radiusMeters: 2000 },
  })
  expect(settled.ok(), await settled.text()).toBe(true)
  const page = await context.newPage()
  return { context, page, nickname, password, headers } satisfies Neighbour
}

/** Signs in on the member's own page. */
async function enter({ page, nickname, password }: Neighbour) {
  await page.goto('/login')
  await page.getByLabel('이메일 또는 별명').fill(nickname)
  await page.getByLabel('비밀번호').fill(password)
  await page.getByRole('button', { name: '로그인' }).click()
  await expect(page).toHaveURL(/\/home$/)
}

/** Opens a deal in Seogyo-dong: eight shares of 4 000 won, one of them the host's. */
async function open(host: Neighbour, title: string): Promise<string> {
  // Apart from the page's session: a request of its own signs in anew.
  const [id = ''] = await openDeals(host.context.request, host, [{ title, ...SEOGYO }])
  return id
}

async function join(guest: Neighbour, dealId: string, quantity: number) {
  const joined = await guest.context.request.post(`/api/deal/deals/${dealId}/enrollments`, {
    headers: { ...guest.headers, 'Idempotency-Key': crypto.randomUUID() },
    data: { quantity },
  })
  expect(joined.status(), await joined.text()).toBe(201)
}

async function charge(member: Neighbour, amount: number) {
  const charged = await member.context.request.post('/api/pay/charges', {
    headers: { ...member.headers, 'Idempotency-Key': crypto.randomUUID() },
    data: { amount },
  })
  expect(charged.status(), await charged.text()).toBe(201)
}

/** Counts how often the page asks for the leave to notify, and answers yes; pushes need no service. */
async function watchPermission(page: Page) {
  await page.addInitScript(() => {
    const seen = window as unknown as { asked: number }
    seen.asked = 0
    // Some headless browsers deny it to everybody, and none has anybody to ask.
    Object.defineProperty(Notification, 'permission', {
      configurable: true,
      get: () => (seen.asked > 0 ? 'granted' : 'default'),
    })
    Notification.requestPermission = () => {
      seen.asked++
      return Promise.resolve('granted')
    }
    PushManager.prototype.subscribe = () =>
      Promise.resolve({
        toJSON: () => ({
          endpoint: `https://fcm.googleapis.com/fcm/send/${crypto.randomUUID()}`,
          keys: {
            p256dh:
              'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
            auth: 'BTBZMqHH6r4Tts7J_aSIgg',
          },
        }),
      } as unknown as PushSubscription)
  })
  return () => page.evaluate(() => (window as unknown as { asked: number }).asked)
}

let host: Neighbour
let guest: Neighbour

test.beforeEach(async ({ browser }, { project }) => {
  test.skip(project.name !== 'phone', 'the same on every screen; the story is told on both')
  host = await arrive(browser, '방장')
  guest = await arrive(browser, '이웃')
  await enter(guest)
})

test.afterEach(async ({ browser }) => {
  await Promise.all(browser.contexts().map((context) => context.close()))
})

test('row: deal list', async () => {
  const title = freshName('현미')
  await open(host, title)
  await guest.page.goto('/home')
  await guest.page.getByRole('button', { name: '최신순' }).click()
  const entry = guest.page.getByRole('listitem').filter({ hasText: title })
  await expect(entry).toBeVisible()
  await expect(entry).toContainText('4,000원')
})

test('row: detail with carousel and join', async () => {
  const { page } = guest
  const photograph = await drawPhotograph(page)
  const images: string[] = []
  for (const name of ['first.jpg', 'second.jpg']) {
    const kept = await host.context.request.post('/api/deal/images', {
      headers: host.headers,
      multipart: { file: { name, mimeType: 'image/jpeg', buffer: photograph } },
    })
    expect(kept.status(), await kept.text()).toBe(201)
    images.push(((await kept.json()) as { id: string }).id)
  }
  const title = freshName('감귤')
  const dealId = await open(host, title)
  const edited = await host.context.request.patch(`/api/deal/deals/${dealId}`, {
    headers: { ...host.headers, 'If-Match': '*' },
    data: { imageIds: images },
  })
  expect(edited.status(), await edited.text()).toBe(200)

  await page.goto(`/deals/${dealId}`)
  const carousel = page.getByRole('region', { name: '사진' })
  await expect(carousel.getByText('1/2')).toBeVisible()
  await carousel.getByRole('button', { name: '다음 사진' }).click()
  await expect(carousel.getByText('2/2')).toBeVisible()
  await expect(page.getByRole('img', { name: `${title} 사진 2` })).toBeInViewport()

  await page.getByRole('button', { name: '4,000원에 참여하기' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '1몫 참여하기' }).click()
  await expect(page.getByText('내 몫 1', { exact: true })).toBeVisible()
})

test('row: create and edit with price-per-share calculation', async () => {
  const { page } = host
  const title = freshName('왕만두')
  await enter(host)
  await page.goto('/deals/new')
  await page.getByLabel('무엇을 나눌까요?').fill(title)
  await page.getByLabel('분류').selectOption({ label: '가공식품·간식' })
  await page.getByLabel('소개', { exact: true }).fill('반씩 나눠요.')
  await page.getByLabel('받는 곳 이름').fill('서교동 주민센터 앞')
  await page.getByLabel('전체 값').fill('30000')
  await page.getByRole('textbox', { name: '전체 몫 수' }).fill('6')
  await page.getByRole('textbox', { name: '전체 몫 수' }).press('Tab')
  await expect(page.getByText('5,000원').first()).toBeVisible()
  await page.getByRole('button', { name: '공구 열기' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByText('5,000원').first()).toBeVisible()

  await page.getByRole('link', { name: '고치기' }).click()
  await page.getByLabel('전체 값').fill('36000')
  await expect(page.getByText('6,000원').first()).toBeVisible()
  await page.getByRole('button', { name: '저장하기' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByText('6,000원').first()).toBeVisible()
})

test('row: my deals (opened / joined)', async () => {
  const title = freshName('휴지')
  await join(guest, await open(host, title), 1)
  await guest.page.goto('/mine')
  await expect(guest.page.getByRole('link', { name: title })).toBeVisible()
  await guest.page.getByRole('link', { name: '내가 연 공구', exact: true }).click()
  await expect(guest.page.getByText('아직 연 공구가 없어요')).toBeVisible()

  await enter(host)
  await host.page.goto('/mine')
  await expect(host.page.getByText('아직 참여한 공구가 없어요')).toBeVisible()
  await host.page.getByRole('link', { name: '내가 연 공구', exact: true }).click()
  await expect(host.page.getByRole('link', { name: title })).toBeVisible()
})

test('row: rooms', async () => {
  const title = freshName('수다')
  const dealId = await open(host, title)
  await join(guest, dealId, 1)
  const rooms = async () => {
    const answer = await guest.context.request.get('/api/chat/rooms', { headers: guest.headers })
    return await answer.text()
  }
  await expect.poll(rooms).toContain(title)
  await guest.page.goto('/chat')
  await guest.page.getByRole('link', { name: new RegExp(title) }).click()
  await expect(guest.page).toHaveURL(new RegExp(dealId))
  await expect(
    guest.page.getByRole('log').getByText(`${guest.nickname}님이 들어왔어요`),
  ).toBeVisible()
})

test('row: wallet', async () => {
  const { page } = guest
  await page.goto('/wallet')
  await expect(page.getByTestId('balance')).toHaveText('0원')
  await expect(page.getByText('연습용 돈이에요.', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: '채우기' }).click()
  const charging = page.getByRole('dialog', { name: '채우기' })
  await charging.getByLabel('금액').fill('7000')
  await charging.getByRole('button', { name: '지갑 채우기' }).click()
  await expect(page.getByTestId('balance')).toHaveText('7,000원')
  await page.getByRole('button', { name: '출금' }).click()
  const returning = page.getByRole('dialog', { name: '출금' })
  await returning.getByLabel('금액').fill('2000')
  await returning.getByRole('button', { name: '은행으로 출금하기' }).click()
  await expect(page.getByTestId('balance')).toHaveText('5,000원')
  await expect(page.getByText('지갑 채움')).toBeVisible()
  await expect(page.getByText('은행으로 출금')).toBeVisible()
})

test('row: remittance with amount prefilled from a joined deal', async () => {
  const { page } = guest
  await join(guest, await open(host, freshName('감자')), 2)
  await charge(guest, 10_000)
  await page.goto('/mine')
  await page.getByRole('link', { name: '송금' }).click()
  await expect(page.getByLabel('받는 이웃의 별명')).toHaveValue(host.nickname)
  await expect(page.getByLabel('보낼 금액')).toHaveValue('8,000')
  await page.getByRole('button', { name: '다음' }).click()
  await page.getByRole('button', { name: '보내기', exact: true }).click()
  await expect(
    page.getByRole('heading', { name: `${host.nickname}님에게 8,000원을 보냈어요` }),
  ).toBeVisible()
})

test('row: profile', async () => {
  const { page } = guest
  const nickname = freshName('새이름')
  await page.goto('/me')
  await expect(page.getByText(guest.nickname)).toBeVisible()
  await page.getByRole('link', { name: '계정과 비밀번호' }).click()
  await page.getByLabel('별명').fill(nickname)
  await page.getByLabel('현재 비밀번호').first().fill(guest.password)
  await page.getByRole('button', { name: '저장하기' }).click()
  await expect(page.getByText('저장했어요.')).toBeVisible()
  await page.goto('/me')
  await expect(page.getByText(nickname)).toBeVisible()
})

test('row: installable', async ({ request }) => {
  const { page } = guest
  await page.goto('/')
  const link = await page.locator('link[rel="manifest"]').getAttribute('href')
  const manifest = (await (await request.get(link ?? '')).json()) as {
    name: string
    start_url: string
    display: string
    icons: { src: string; sizes: string; purpose?: string }[]
    screenshots: { src: string; form_factor: string }[]
    shortcuts: { url: string }[]
  }
  expect(manifest).toMatchObject({
    name: '우리동네 공구마켓',
    start_url: '/',
    display: 'standalone',
  })
  // What browsers ask for before they offer to install: both sizes, and one that a launcher may cut.
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(
    expect.arrayContaining(['192x192', '512x512']),
  )
  expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true)
  expect(manifest.screenshots.map(({ form_factor }) => form_factor).sort()).toEqual(
    expect.arrayContaining(['narrow', 'wide']),
  )
  for (const { src } of [...manifest.icons, ...manifest.screenshots]) {
    const icon = await request.get(src)
    expect(icon.headers()['content-type'], src).toMatch(/^image\//)
  }
  for (const { url } of manifest.shortcuts) {
    await page.goto(url)
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
    await expect(page.getByText('없는 화면이에요')).toHaveCount(0)
  }
  const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)
  expect(new URL(scope).pathname).toBe('/')
})

test('row: push opt-in', async () => {
  const { page } = guest
  const asked = await watchPermission(page)
  await page.goto('/me')
  await page.getByRole('link', { name: '알림 설정' }).click()
  await expect(page.getByText('이 기기로는 알림을 보내지 않아요.')).toBeVisible()
  const registered = page.waitForResponse(
    (response) =>
      response.url().endsWith('/api/push/subscriptions') && response.request().method() === 'POST',
  )
  await page.getByRole('button', { name: '알림 받기' }).click()
  expect((await registered).status()).toBe(201)
  await expect(page.getByText('이 기기로 알림을 보내요.')).toBeVisible()
  expect(await asked()).toBe(1)
  await page.getByRole('button', { name: '알림 끄기' }).click()
  await expect(page.getByText('이 기기로는 알림을 보내지 않아요.')).toBeVisible()
})

test('defect: permission prompt on load', async () => {
  const { page } = guest
  const dealId = await open(host, freshName('현미'))
  const asked = await watchPermission(page)
  for (const path of ['/', '/home', `/deals/${dealId}`, '/mine', '/chat', '/inbox', '/me']) {
    await page.goto(path)
    await expect(page.getByRole('heading').first()).toBeAttached()
    expect(await asked(), path).toBe(0)
  }
})

test('defect: no offline use', async () => {
  const { page, context } = guest
  const title = freshName('쌀')
  const dealId = await open(host, title)
  await page.goto('/')
  await keepShell(page)
  await page.goto(`/deals/${dealId}`)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await context.setOffline(true)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByText('마지막으로 본 내용이에요.')).toBeVisible()
})

test('defect: fixed server addresses', async ({ baseURL }) => {
  const { page } = guest
  const elsewhere: string[] = []
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== new URL(baseURL ?? '').origin)
      elsewhere.push(request.url())
  })
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== new URL(baseURL ?? '').host) elsewhere.push(socket.url())
  })
  for (const path of ['/home', '/mine', '/chat', '/wallet', '/me']) {
    await page.goto(path)
    await expect(page.getByRole('heading').first()).toBeAttached()
  }
  expect(elsewhere).toEqual([])
})

test('defect: JWT in localStorage', async () => {
  const { page } = guest
  await page.goto('/wallet')
  await expect(page.getByTestId('balance')).toBeVisible()
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
  )
  expect(kept).not.toMatch(/eyJ[\w-]+\.[\w-]+\./)
  expect(kept).not.toContain('refresh')
})
