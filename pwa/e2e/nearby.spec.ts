import { request as requests, type BrowserContext, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { openDeals } from './deals'
import { freshName } from './member'
import { picture } from './pictures'
import { expect, test } from './test'

/** Two doors more than a kilometre apart, and a third beside the first. */
const DOOR = { latitude: 37.5534, longitude: 126.9199 }
const NEXT_DOOR = { latitude: 37.55342, longitude: 126.91993 }
const OTHER_DOOR = { latitude: 37.5629, longitude: 126.9299 }

/** One green pixel: what a tile server would send, without asking one. */
const TILE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGOYc2DBMwAFhAKlb3lNtAAAAABJRU5ErkJggg==',
  'base64',
)
const TILES = 'https://tile.openstreetmap.org/**'

async function withoutTiles(context: BrowserContext) {
  await context.route(TILES, (route) => route.abort())
}

async function find(page: Page, word: string) {
  await page.getByRole('searchbox', { name: '공구 찾기' }).fill(word)
  await page.getByRole('searchbox', { name: '공구 찾기' }).press('Enter')
  await expect(page.getByText(`‘${word}’ 찾은 결과`)).toBeVisible()
}

test('the deals around home on a map', async ({ arrive, baseURL }, { project }) => {
  const size = project.name
  const member = await arrive('길눈이')
  const { page } = member
  await withoutTiles(member.context)
  const word = freshName('지도쌀')
  await member.isMember('서교동')
  const api = await requests.newContext({ baseURL: baseURL ?? '' })
  await openDeals(api, member, [
    { title: `${word} 하나`, ...DOOR },
    { title: `${word} 옆집`, ...NEXT_DOOR },
    { title: `${word} 건너`, ...OTHER_DOOR },
  ])
  await api.dispose()

  await page.goto('/home')
  await find(page, word)
  await page.getByRole('button', { name: '지도로 보기' }).click()

  await test.step('what lies at one door is one mark, and its cards are shown together', async () => {
    await expect(page.getByText('이 지도에 공구 3개')).toBeVisible()
    const together = page.getByRole('button', { name: '모여 있는 공구 2개' })
    await expect(together).toBeVisible()
    await expectAccessible(page)
    await picture(page, `${size}-30-map`)
    await together.click()
    const chosen = page.getByRole('region', { name: '고른 공구' })
    await expect(chosen.getByRole('link')).toHaveCount(2)
    // Room for what it says, at any size.
    const card = await chosen.getByRole('article').first().boundingBox()
    expect(card?.width).toBeGreaterThan(280)
    await expectAccessible(page)
    await picture(page, `${size}-31-map-chosen`)
  })

  await test.step('keys reach everything, and Escape leads back', async () => {
    await page.keyboard.press('Escape')
    const tag = page.getByRole('button', { name: `${word} 건너, 한 몫 4,000원, 7몫 남음` })
    await tag.focus()
    await page.keyboard.press('Enter')
    const card = page
      .getByRole('region', { name: '고른 공구' })
      .getByRole('link', { name: `${word} 건너` })
    await expect(card).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(tag).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(card).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: `${word} 건너` })).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('application', { name: '공구 지도' })).toBeVisible()
  })

  await test.step('what is not there is said, with a way to look wider', async () => {
    const map = page.getByRole('application', { name: '공구 지도' })
    await page.keyboard.press('Escape')
    await map.focus()
    for (let step = 0; step < 16; step++) await page.keyboard.press('ArrowDown')
    await expect(page.getByText('여기엔 열린 공구가 없어요')).toBeVisible()
    await page.getByRole('button', { name: '우리 동네로' }).click()
    await expect(page.getByText('이 지도에 공구 3개')).toBeVisible()
  })

  await test.step('a reload finds the same again, home leads to everything, and back to the search', async () => {
    await expect(page).toHaveURL(/view=map/)
    await page.reload()
    await expect(page.getByText('이 지도에 공구 3개')).toBeVisible()
    await page.getByRole('button', { name: '목록으로 보기' }).click()
    await expect(page.getByRole('link', { name: word })).toHaveCount(3)
    await expect(page).not.toHaveURL(/view=map/)
    await page.getByRole('link', { name: '홈', exact: true }).click()
    await expect(page.getByRole('searchbox')).toHaveValue('')
    await page.goBack()
    await expect(page.getByRole('searchbox')).toHaveValue(word)
    await expect(page.getByRole('link', { name: word })).toHaveCount(3)
  })

  await test.step('a step back from the search is everything again, not the end of the visit', async () => {
    await page.goBack()
    await expect(page.getByRole('searchbox')).toHaveValue('')
    await expect(page).toHaveURL(/\/home$/)
  })
})

test('tiles cover the drawn map where they come, and only then', async ({ arrive, baseURL }) => {
  const member = await arrive('지도장이')
  const { page, context } = member
  let reachable = false
  const asked: string[] = []
  await context.route(TILES, async (route) => {
    asked.push(route.request().url())
    if (reachable) await route.fulfill({ contentType: 'image/png', body: TILE })
    else await route.abort()
  })
  // By the screen for it: its map asks for tiles, too.
  await member.signUp()
  await member.moveTo('서교동')
  const api = await requests.newContext({ baseURL: baseURL ?? '' })
  const [id] = await openDeals(api, member, [{ title: freshName('지도콩'), ...DOOR }])
  await api.dispose()

  const ground = page.locator('[data-ground]')
  await page.goto(`/deals/${id ?? ''}`)
  const map = page.getByRole('img', { name: '받는 곳 지도: 주민센터 앞' })
  await map.scrollIntoViewIfNeeded()
  await expect.poll(() => asked.length).toBeGreaterThan(3)
  await expect(ground).toHaveAttribute('data-ground', 'drawn')
  await expect(map.getByText('합정동')).toBeAttached()
  await expect(page.getByRole('link', { name: '© OpenStreetMap' })).toHaveCount(0)

  reachable = true
  await page.reload()
  await map.scrollIntoViewIfNeeded()
  await expect(ground).toHaveAttribute('data-ground', 'tiles')
  await expect(page.getByRole('link', { name: '© OpenStreetMap' })).toBeVisible()
  expect(asked.every((url) => /\/\d+\/\d+\/\d+\.png$/.test(url))).toBe(true)
  await expectAccessible(page)
})

test('a long list keeps its place, and a finger draws it anew', async ({ arrive, baseURL }, {
  project,
}) => {
  const size = project.name
  const member = await arrive('훑어봄')
  const { page } = member
  await withoutTiles(member.context)
  const word = freshName('긴목록')
  await member.isMember('서교동')
  const api = await requests.newContext({ baseURL: baseURL ?? '' })
  await openDeals(
    api,
    member,
    Array.from({ length: 45 }, (_, index) => ({ title: `${word} ${index + 1}번`, ...DOOR })),
  )
  await page.goto('/home')
  await find(page, word)
  await page.getByRole('button', { name: '최신순' }).click()

  await test.step('scrolled down, into a deal, and back to the same line', async () => {
    const deep = page.getByRole('link', { name: `${word} 4번`, exact: true })
    await expect(async () => {
      await page.evaluate(() => {
        window.scrollTo(0, document.documentElement.scrollHeight)
      })
      await expect(deep).toBeAttached({ timeout: 500 })
    }).toPass()
    await deep.scrollIntoViewIfNeeded()
    const before = await deep.boundingBox()
    await deep.click()
    await expect(page.getByRole('heading', { level: 1, name: `${word} 4번` })).toBeVisible()
    const renewed = page.waitForResponse(/\/api\/deal\/deals\?.*cursor=/)
    await page.goBack()
    await renewed
    await expect(deep).toBeInViewport()
    await expect.poll(async () => (await deep.boundingBox())?.y).toBeCloseTo(before?.y ?? -1, 0)
    await picture(page, `${size}-32-back-in-place`)
  })

  if (size === 'phone')
    await test.step('drawn down at the top, it shows what came meanwhile', async () => {
      await page.evaluate(() => {
        window.scrollTo(0, 0)
      })
      await openDeals(api, member, [{ title: `${word} 갓 열림`, ...DOOR }])
      const fingers = await member.context.newCDPSession(page)
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
        fingers.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: y === undefined ? [] : [{ x: 200, y }],
        })
      await touch('touchStart', 320)
      for (let y = 340; y <= 520; y += 20) await touch('touchMove', y)
      await picture(page, `${size}-33-pull`)
      await touch('touchEnd')
      await expect(page.getByRole('link', { name: `${word} 갓 열림` })).toBeVisible()
    })
  await api.dispose()
})

test('a deal shows a host and a participant which shares are theirs, and where it stands', async ({
  arrive,
  baseURL,
}, { project }) => {
  const size = project.name
  const host = await arrive('방장')
  const guest = await arrive('이웃')
  for (const { context } of [host, guest]) await withoutTiles(context)
  const title = freshName('나눔쌀')
  await host.isMember()
  await guest.isMember()
  const api = await requests.newContext({ baseURL: baseURL ?? '' })
  const [id] = await openDeals(api, host, [{ title, ...DOOR, hostShares: 3 }])
  await api.dispose()

  await host.page.goto(`/deals/${id ?? ''}`)
  await expect(
    host.page.getByRole('img', { name: '8몫 중 3몫 참, 그중 내 몫 3, 5몫 남음' }),
  ).toBeVisible()
  await expect(host.page.getByText(/19시간 \d+분 \d+초 남음/)).toBeVisible()

  const { page } = guest
  await page.goto(`/deals/${id ?? ''}`)
  for (let share = 1; share < 5; share++)
    await page.getByRole('button', { name: '하나 더하기' }).click()
  await page.getByRole('button', { name: '20,000원에 참여하기' }).click()
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(3)
  await expectAccessible(page)
  await picture(page, `${size}-34-what-next`)
  await page.getByRole('dialog').getByRole('button', { name: '5몫 참여하기' }).click()
  await expect(page.getByText('8몫이 모두 찼어요')).toBeVisible()

  await host.page.reload()
  for (const step of ['주문했다고 알리기', '받으러 오라고 알리기']) {
    await host.page.getByRole('button', { name: step }).click()
    const dialog = host.page.getByRole('dialog')
    await dialog.getByLabel('덧붙일 말').fill('금요일 저녁 7시에 만나요.')
    await expectAccessible(host.page)
    await dialog.getByRole('button', { name: step }).click()
    await expect(dialog).toHaveCount(0)
  }
  await expect(host.page.getByRole('listitem').filter({ hasText: '주문 완료' })).toContainText(
    '금요일 저녁 7시에 만나요.',
  )
  await expectAccessible(host.page)
  await picture(host.page, `${size}-35-deal-steps`)

  const now = page.getByRole('region', { name: '지금 나눌 공구' })
  const past = page.getByRole('region', { name: '지난 공구' })
  await page.goto('/mine')
  await expect(now.getByText(title)).toBeVisible()
  await expectAccessible(page)
  await picture(page, `${size}-36-my-deals`)
  await now.getByRole('link', { name: title }).click()
  await page.getByRole('button', { name: '잘 받았어요' }).click()
  const sure = page.getByRole('dialog', { name: '물건을 잘 받았나요?' })
  await expectAccessible(page)
  await sure.getByRole('button', { name: '아직이요' }).click()
  await expect(page.getByRole('button', { name: '잘 받았어요' })).toBeFocused()
  await page.getByRole('button', { name: '잘 받았어요' }).click()
  await sure.getByRole('button', { name: '잘 받았어요' }).click()
  await expect(page.getByText('받았다고 알렸어요', { exact: true })).toBeVisible()
  await page.goto('/mine')
  await expect(past.getByText(title)).toBeVisible()
  await expect(now).toHaveCount(0)
})
