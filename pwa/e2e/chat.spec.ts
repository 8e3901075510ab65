import type { APIRequestContext, Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { authorized, joinDeal, openDeals, say, upload } from './deals'
import { freshName, PHONE } from './member'
import { drawPhotograph, picture } from './pictures'
import { watchShifts } from './shifts'
import { expect, test, type Arrive } from './test'

const SEOGYO = { latitude: 37.5563, longitude: 126.922 }

const log = (page: Page) => page.getByRole('log')
const composer = (page: Page) => page.getByRole('textbox', { name: '메시지' })

async function write(page: Page, text: string) {
  await composer(page).fill(text)
  await page.getByRole('button', { name: '보내기', exact: true }).click()
}

/** Two neighbours with a room: the first is its host. */
async function twoInARoom(
  arrive: Arrive,
  // Apart from the pages: its cookies are not theirs.
  request: APIRequestContext,
) {
  const host = await arrive('방장')
  const joiner = await arrive('이웃', PHONE)
  await host.isMember('서교동')
  await joiner.isMember('서교동')
  const title = freshName('수다')
  const headers = await authorized(request, host)
  const imageId = await upload(request, headers, 'deal', await drawPhotograph(host.page))
  const [dealId = ''] = await openDeals(request, host, [{ title, ...SEOGYO, images: [imageId] }])
  await joinDeal(request, joiner, dealId)
  return { host, joiner, title, dealId, imageId }
}

test('a long room: unread words, older ones, the newest, and nothing jumps', async ({
  arrive,
  request,
}, { project }) => {
  const size = project.name
  const { host, joiner, title, dealId, imageId } = await twoInARoom(arrive, request)
  const { page } = host
  const said = await authorized(request, joiner)
  const talk = async (from: number, to: number) => {
    for (let index = from; index <= to; index++) await say(request, said, dealId, `이야기 ${index}`)
  }
  await talk(1, 70)
  await page.goto(`/chat/${dealId}`)
  await expect(log(page).getByText('이야기 1', { exact: true })).toBeInViewport()
  await expect
    .poll(async () => {
      const rooms = await request.get('/api/chat/rooms', {
        headers: await authorized(request, host),
      })
      return ((await rooms.json()) as { items: { unread: number }[] }).items[0]?.unread
    })
    .toBe(0)
  await page.goto('/me')
  await talk(71, 140)

  await test.step('the list says how much is new, and stands still', async () => {
    const shifts = await watchShifts(page)
    await page.goto('/chat')
    await expect(page.getByRole('link', { name: new RegExp(title) })).toContainText('이야기 140')
    await expect(page.getByRole('link', { name: new RegExp(title) })).toContainText(
      '안 읽은 메시지',
    )
    // A room is recognised by the deal's picture.
    const face = page.getByRole('link', { name: new RegExp(title) }).locator('img')
    await expect(face).toHaveAttribute('src', new RegExp(imageId))
    await expect(face).toHaveJSProperty('complete', true)
    expect((await shifts()).score).toBeLessThan(0.01)
    await picture(page, `${size}-40-rooms`)
  })

  await test.step('with more unread than is fetched at once the room opens where one had read, and stands still', async () => {
    // Only the log scrolls: a page that is longer than the screen goes away under who writes.
    const spare = () =>
      page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)
    const shifts = await watchShifts(page)
    await page.goto(`/chat/${dealId}`)
    await expect(log(page).getByText('이야기 140')).toBeAttached()
    await expect(page.getByText('연결하는 중이에요…')).toBeHidden()
    await expect(page.getByText('여기부터 안 읽었어요')).toBeInViewport()
    await expect(log(page).getByText('이야기 71', { exact: true })).toBeInViewport()
    expect((await shifts()).score).toBeLessThan(0.01)
    expect(await spare()).toBe(0)
    await expectAccessible(page)
    await picture(page, `${size}-41-unread`)
  })

  await test.step('older words come while scrolling up, and what is read stays in place', async () => {
    const scroller = log(page)
    await scroller.evaluate((element) => (element.scrollTop = element.scrollHeight))
    await expect(log(page).getByText('이야기 140')).toBeInViewport()
    // Not the first of those fetched: that one's name is said further up once there are older ones.
    const first = log(page).getByText('이야기 43', { exact: true })
    await first.scrollIntoViewIfNeeded()
    const place = (await first.boundingBox())?.y
    await expect(log(page).getByText('이야기 30', { exact: true })).toBeAttached()
    await expect
      .poll(async () => Math.abs(((await first.boundingBox())?.y ?? 0) - (place ?? 0)))
      .toBeLessThan(2)
  })

  await test.step('the newest is one touch away', async () => {
    await page.getByRole('button', { name: '맨 아래로' }).click()
    await expect(log(page).getByText('이야기 140')).toBeInViewport()
    await expect(page.getByRole('button', { name: '맨 아래로' })).toBeHidden()
  })

  await test.step('who reads above is told of a new word, and not dragged to it', async () => {
    await log(page).evaluate((element) => (element.scrollTop = 400))
    await expect(page.getByRole('button', { name: '맨 아래로' })).toBeVisible()
    await say(request, said, dealId, '아래에서')
    await page.getByRole('button', { name: '새 메시지' }).click()
    await expect(log(page).getByText('아래에서')).toBeInViewport()
  })
})

test('a picture is sent small, seen large, and sent again when it failed', async ({
  arrive,
  request,
}, { project }) => {
  const { host, joiner, title, dealId } = await twoInARoom(arrive, request)
  const { page } = host
  await page.goto(`/chat/${dealId}`)
  await joiner.page.goto('/chat')
  await joiner.page.getByRole('link', { name: new RegExp(title) }).click()
  await expect(joiner.page).toHaveURL(new RegExp(dealId))
  const photograph = {
    name: 'crate.jpg',
    mimeType: 'image/jpeg',
    buffer: await drawPhotograph(page),
  }

  await page.route('**/api/chat/images', (route) => route.abort(), { times: 1 })
  await page.getByLabel('사진 보내기').setInputFiles(photograph)
  await expect(page.getByText('못 보냈어요')).toBeVisible()
  await expectAccessible(page)
  await picture(page, `${project.name}-42-picture-failed`)
  await page.getByRole('button', { name: '다시 보내기' }).click()
  await expect(page.getByText('못 보냈어요')).toBeHidden()
  const seen = joiner.page.getByRole('button', { name: '사진 크게 보기' })
  await expect(seen).toHaveCount(1)

  await seen.click()
  const large = joiner.page.getByRole('dialog', { name: '사진' })
  await expect(large).toBeVisible()
  // Small among words, and as sharp as it was sent when it is opened.
  await expect
    .poll(() => large.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(1000)
  await large.getByRole('button', { name: '사진 더 크게 보기' }).click()
  await expect
    .poll(async () => (await large.locator('img').boundingBox())?.width ?? 0)
    .toBeGreaterThan((joiner.page.viewportSize()?.width ?? 0) * 2)
  await picture(joiner.page, `${project.name}-43-picture-large`)
  await joiner.page.goBack()
  await expect(joiner.page.getByRole('dialog')).toBeHidden()
  await expect(joiner.page).toHaveURL(new RegExp(dealId))
})

test('words wait for a lost connection, through closing the app, and arrive once', async ({
  arrive,
  request,
}, { project }) => {
  const { host, joiner, dealId } = await twoInARoom(arrive, request)
  const { page } = host
  /** Ends the sockets that are open, and refuses new ones while `cut`. */
  let cut = false
  const open = new Set<() => void>()
  await page.routeWebSocket(/\/api\/chat\/socket/, (socket) => {
    if (cut) {
      void socket.close()
      return
    }
    socket.connectToServer()
    open.add(() => void socket.close())
  })
  await page.goto(`/chat/${dealId}`)
  await joiner.page.goto(`/chat/${dealId}`)
  await write(page, '이어져 있을 때')
  await expect(log(joiner.page).getByText('이어져 있을 때')).toBeVisible()

  await test.step('a socket that drops is said, and words wait', async () => {
    cut = true
    for (const end of open) end()
    await expect(page.getByText(/연결이 끊겨|연결하는 중/)).toBeVisible()
    await write(page, '끊긴 사이에')
    await expect(page.getByText('연결되면 보내요')).toBeVisible()
    await write(joiner.page, '저쪽에서')
    await picture(page, `${project.name}-44-waiting`)
  })

  await test.step('closing the app and opening it again loses nothing', async () => {
    await composer(page).fill('쓰다 만 말')
    await page.reload()
    await expect(log(page).getByText('끊긴 사이에')).toBeVisible()
    await expect(page.getByText('연결되면 보내요')).toBeVisible()
    await expect(composer(page)).toHaveValue('쓰다 만 말')
  })

  await test.step('with the connection all arrives, once, on both sides', async () => {
    cut = false
    await expect(page.getByText('연결되면 보내요')).toBeHidden({ timeout: 40_000 })
    for (const one of [page, joiner.page])
      for (const text of ['이어져 있을 때', '끊긴 사이에', '저쪽에서'])
        await expect(log(one).getByText(text)).toHaveCount(1)
    await page.reload()
    await expect(log(page).getByText('끊긴 사이에')).toHaveCount(1)
  })
})
