import type { APIRequestContext, Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { authorized, joinDeal, moveDeal, openDeals, say, upload } from './deals'
import { freshName } from './member'
import { drawPhotograph, picture } from './pictures'
import { expect, test, type Arrive } from './test'

const SEOGYO = { latitude: 37.5563, longitude: 126.922 }

interface Screen {
  name: string
  path: string
  /** What is on the screen once it is whole. */
  shows: string | RegExp
  /** Goes on to what has no address of its own: a dialog, a step, an error. */
  open?: (page: Page) => Promise<unknown>
}

const press = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name }).first().click()

/** Nothing is cut off beside the screen: WCAG 2.2, 1.4.10 (320 px wide) and 1.4.4 (text of twice the size). */
async function expectReflow(page: Page, size: string, where: string) {
  const viewport = page.viewportSize() ?? { width: 0, height: 0 }
  if (size === 'phone') {
    await page.setViewportSize({ width: 320, height: 640 })
    expect.soft(await wider(page, 320), `${where} at 320 px`).toEqual([])
    await expectEndShown(page, `${where} at 320 px`)
    await page.setViewportSize(viewport)
  }
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
  expect.soft(await wider(page, viewport.width), `${where} with larger text`).toEqual([])
  await expectEndShown(page, `${where} with larger text`)
  await page.evaluate(() => (document.documentElement.style.fontSize = ''))
}

/** The end of a page scrolls out from under the bar that stands at the bottom of a phone: WCAG 2.2, 2.4.11. */
async function expectEndShown(page: Page, where: string) {
  const covered = () =>
    page.evaluate(() => {
      const bar = Array.from(document.querySelectorAll('main .action')).find(
        (one) => getComputedStyle(one).position === 'fixed',
      )
      if (!bar || document.querySelector('dialog[open]')) return []
      const before = window.scrollY
      window.scrollTo(0, document.documentElement.scrollHeight)
      const { top } = bar.getBoundingClientRect()
      const words = Array.from(document.querySelectorAll('main p, main a, main button'))
      const found = words.filter((element) => {
        const { width, bottom } = element.getBoundingClientRect()
        // A map has words of its own outside of what it shows.
        const within = !bar.contains(element) && !element.closest('[role="application"]')
        return width > 1 && bottom > top + 1 && within
      })
      window.scrollTo(0, before)
      return found.map(({ outerHTML }) => outerHTML)
    })
  await expect.soft.poll(covered, { message: where }).toEqual([])
}

/** What reaches beyond the screen and cannot be scrolled to in a box of its own. */
function wider(page: Page, width: number) {
  return page.evaluate((most) => {
    const scrolls = (element: Element): boolean =>
      element.parentElement !== null &&
      (getComputedStyle(element.parentElement).overflowX !== 'visible' ||
        scrolls(element.parentElement))
    const found: string[] = []
    document.querySelectorAll('body *').forEach((element) => {
      const { width: own, right, left } = element.getBoundingClientRect()
      if (own > 1 && (right > most + 1 || left < -1) && !scrolls(element))
        found.push(`${element.tagName} ${element.getAttribute('class') ?? ''} ${left}–${right}`)
    })
    return found
  }, width)
}

/** Looks at a screen with eyes (pictures in both themes) and with a machine's rules. */
async function look(page: Page, prefix: string, { name, path, shows, open }: Screen) {
  await test.step(name, async () => {
    await page.goto(path)
    await open?.(page)
    await expect(page.locator('body')).toContainText(shows)
    await expect(page.locator('[aria-hidden] .skeleton, .skeleton')).toHaveCount(0)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await picture(page, `screens/${prefix}-${name}-${colorScheme}`)
    }
    await expectAccessible(page)
    await expectReflow(page, prefix, name)
  })
}

/** A host with two deals and a guest who has joined one of them, written there and charged the wallet. */
async function neighbours(arrive: Arrive, request: APIRequestContext) {
  const host = await arrive('방장')
  const guest = await arrive('손님')
  const joined = freshName('햇감자 5kg')
  const open = freshName('현미 10kg')
  await host.isMember('서교동')
  await guest.isMember('서교동')
  const photograph = await drawPhotograph(host.page)
  const hostHeaders = await authorized(request, host)
  const images = [
    await upload(request, hostHeaders, 'deal', photograph),
    await upload(request, hostHeaders, 'deal', photograph),
  ]
  const [joinedId = '', openId = '', readyId = ''] = await openDeals(request, host, [
    { title: joined, ...SEOGYO },
    { title: open, ...SEOGYO, images },
    { title: freshName('나눌 귤'), ...SEOGYO, hostShares: 7 },
  ])
  await joinDeal(request, guest, joinedId)
  await joinDeal(request, guest, readyId)
  const changed = await request.patch(`/api/deal/deals/${openId}`, {
    headers: { ...hostHeaders, 'If-Match': '"1"' },
    data: {
      description: '방앗간에서 막 찧은 쌀이에요. https://shop.example/rice',
      keywords: ['현미', '잡곡'],
    },
  })
  expect(changed.ok(), await changed.text()).toBe(true)
  await moveDeal(request, host, readyId, 'ORDERED', {
    note: '금요일에 와요: https://shop.example/way',
    receiptImageId: await upload(request, hostHeaders, 'deal', photograph),
  })
  await moveDeal(request, host, readyId, 'READY')
  const headers = await authorized(request, guest)
  const shown = await upload(request, headers, 'chat', photograph)
  await say(request, headers, joinedId, { imageId: shown })
  await say(request, headers, joinedId, '토요일 세 시에 봬요!')
  const charged = await request.post('/api/pay/charges', {
    headers: { ...headers, 'Idempotency-Key': crypto.randomUUID() },
    data: { amount: 30_000 },
  })
  expect(charged.ok()).toBe(true)
  return {
    host,
    guest,
    joined,
    open,
    photograph,
    joinedId,
    openId,
    readyId,
  }
}

// Forty screens, each with pictures and rules in two themes: by whom they are for, beside each other.
test.describe.configure({ mode: 'parallel' })

test.describe('every screen and dialog holds for eyes and for a machine, in both themes', () => {
  // Many looks, whatever one takes.
  test.slow()

  test('for a visitor and a host', async ({ arrive, request }, { project }) => {
    const size = project.name
    const { host, guest, joined, open, photograph, joinedId, openId, readyId } = await neighbours(
      arrive,
      request,
    )
    const visitor = await arrive('나그네')
    const forVisitors: Screen[] = [
      { name: '01-landing', path: '/', shows: '지금' },
      { name: '02-login', path: '/login', shows: '비밀번호' },
      {
        name: '03-login-empty',
        path: '/login',
        shows: '비밀번호',
        open: (page) => page.getByRole('main').getByRole('button', { name: '로그인' }).click(),
      },
      { name: '04-sign-up', path: '/sign-up', shows: '별명' },
      {
        name: '05-sign-up-empty',
        path: '/sign-up',
        shows: '별명',
        open: press('가입하고 시작하기'),
      },
      { name: '06-deal-visitor', path: `/deals/${openId}`, shows: open },
      {
        name: '06-deal-changed',
        path: `/deals/${openId}`,
        shows: '막 찧은',
        open: async (page) => {
          await page.getByText(/^방장이 고쳤어요/).click()
          await page.getByRole('insertion').first().scrollIntoViewIfNeeded()
        },
      },
      { name: '07-nowhere', path: '/nowhere', shows: '없는 화면이에요' },
    ]
    const forHosts: Screen[] = [
      { name: '40-deal-host', path: `/deals/${joinedId}`, shows: joined },
      {
        name: '41-deal-cancel',
        path: `/deals/${joinedId}`,
        shows: '취소할까요?',
        open: press('공구 취소'),
      },
      {
        name: '41-deal-move',
        path: `/deals/${readyId}`,
        shows: '덧붙일 말',
        open: press('나눔 마치기'),
      },
      {
        name: '41-deal-move-picture',
        path: `/deals/${readyId}`,
        shows: '다시 올리기',
        open: async (page) => {
          await press('나눔 마치기')(page)
          await page.route('**/api/deal/images', (route) => route.abort(), { times: 1 })
          await page
            .getByLabel('영수증이나 물건 사진 넣기')
            .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photograph })
        },
      },
      { name: '42-deal-edit', path: `/deals/${joinedId}/edit`, shows: '공구 고치기' },
      { name: '42-deal-edit-all', path: `/deals/${openId}/edit`, shows: '잡곡' },
      { name: '43-mine-opened', path: '/mine?side=opened', shows: joined },
      { name: '44-inbox-host', path: '/inbox', shows: guest.nickname },
      { name: '45-rooms-unread', path: '/chat', shows: '안 읽은 메시지' },
    ]
    for (const screen of forVisitors) await look(visitor.page, size, screen)
    for (const screen of forHosts) await look(host.page, size, screen)
  })

  test('for who looks for deals and takes part', async ({ arrive, request }, { project }) => {
    const size = project.name
    const { host, guest, joined, joinedId, openId, readyId } = await neighbours(arrive, request)
    const { id: hostId } = (await (
      await request.get('/api/member/members/me', { headers: await authorized(request, host) })
    ).json()) as { id: string }
    const screens: Screen[] = [
      { name: '10-home', path: '/home?sort=newest', shows: '서교동 공구' },
      { name: '11-home-filter', path: '/home', shows: '조건 고르기', open: press('조건') },
      {
        name: '12-home-map',
        path: '/home',
        shows: /이 지도에 공구|가까운 100개만/,
        open: press('지도로 보기'),
      },
      { name: '13-deal-joined', path: `/deals/${joinedId}`, shows: '내 몫 1' },
      {
        name: '14-deal-join',
        path: `/deals/${openId}`,
        shows: '참여할까요?',
        open: press(/참여하기/),
      },
      {
        name: '15-deal-leave',
        path: `/deals/${joinedId}`,
        shows: '나갈까요?',
        open: press('나가기'),
      },
      {
        name: '15-deal-receive',
        path: `/deals/${readyId}`,
        shows: '물건을 잘 받았나요?',
        open: press('잘 받았어요'),
      },
      { name: '15-deal-step', path: `/deals/${readyId}`, shows: '금요일에 와요' },
      { name: '16-mine', path: '/mine', shows: joined },
      { name: '17-rooms', path: '/chat', shows: '토요일 세 시' },
      {
        name: '14-deal-zoom',
        path: `/deals/${openId}`,
        shows: '1/2',
        open: press(/사진 1$/),
      },
      {
        name: '18-room-picture',
        path: `/chat/${joinedId}`,
        shows: '닫기',
        open: press('사진 크게 보기'),
      },
      { name: '18-room', path: `/chat/${joinedId}`, shows: '토요일 세 시에 봬요!' },
      { name: '35-neighbour', path: `/members/${hostId}`, shows: host.nickname },
      {
        name: '46-offline',
        path: '/mine',
        // One of two notes, by whether anything was asked for since the network went.
        shows: /오프라인(이에요| · 마지막으로 본)/,
        open: async (page) => {
          await expect(page.getByText(joined)).toBeVisible()
          await guest.context.setOffline(true)
        },
      },
    ]
    for (const screen of screens) await look(guest.page, size, screen)
  })

  test('for what is one’s own, and for opening a deal', async ({ arrive, request }, {
    project,
  }) => {
    const size = project.name
    const { host, guest } = await neighbours(arrive, request)
    const screens: Screen[] = [
      { name: '19-wallet', path: '/wallet', shows: '30,000원' },
      {
        name: '20-wallet-charge',
        path: '/wallet',
        shows: '연습용 은행 계좌에서',
        open: press('채우기'),
      },
      {
        name: '21-wallet-withdraw',
        path: '/wallet',
        shows: '연습용 은행 계좌로',
        open: press('출금'),
      },
      { name: '22-wallet-filter', path: '/wallet', shows: '내역 골라 보기', open: press('조건') },
      { name: '23-remit', path: '/wallet/remit', shows: '누구' },
      {
        name: '23-remit-confirm',
        path: `/wallet/remit?to=${encodeURIComponent(host.nickname)}&amount=4000&memo=감자값`,
        shows: '4,000원을 보낼까요?',
        open: press('다음'),
      },
      {
        name: '23-remit-done',
        path: `/wallet/remit?to=${encodeURIComponent(host.nickname)}&amount=4000&memo=감자값`,
        shows: '4,000원을 보냈어요',
        open: async (page) => {
          await press('다음')(page)
          await press(/^보내기$/)(page)
        },
      },
      { name: '24-inbox', path: '/inbox', shows: '알림' },
      { name: '25-me', path: '/me', shows: guest.nickname },
      { name: '26-account', path: '/me/account', shows: '현재 비밀번호' },
      { name: '27-leave', path: '/me/account', shows: '정말 떠나시나요?', open: press('탈퇴하기') },
      { name: '28-devices', path: '/me/devices', shows: '로그인한 기기' },
      {
        name: '29-devices-all',
        path: '/me/devices',
        shows: '로그아웃할까요?',
        open: press('모든 기기에서 로그아웃'),
      },
      { name: '30-keywords', path: '/me/keywords', shows: '키워드 알림' },
      { name: '31-push', path: '/me/notifications', shows: '알림 설정' },
      { name: '32-neighbourhood', path: '/neighbourhood', shows: '어느 동네에 사세요?' },
      { name: '33-open-deal', path: '/deals/new', shows: '무엇을 나눌까요?' },
      {
        name: '34-open-deal-empty',
        path: '/deals/new',
        shows: '분류를 골라 주세요.',
        open: press('공구 열기'),
      },
    ]
    for (const screen of screens) await look(guest.page, size, screen)
  })
})
