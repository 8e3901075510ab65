import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { freshName } from './member'
import { picture } from './pictures'
import { keepShell } from './shell'
import { expect, test } from './test'

/** The smallest file that every browser reads as a picture. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function fill(page: Page, title: string) {
  await page.getByLabel('무엇을 나눌까요?').fill(title)
  await page.getByLabel('분류').selectOption({ label: '과일·채소' })
  await page.getByLabel('소개', { exact: true }).fill('반씩 나눠요.')
  await page.getByLabel('받는 곳 이름').fill('서교동 주민센터 앞')
  await page.getByLabel('전체 값').fill('20000')
}

test('a deal that is being written outlives the page', async ({ arrive }, { project }) => {
  const size = project.name
  const host = await arrive('방장')
  const { page } = host
  const title = freshName('햇감자')
  await host.isMember('서교동')

  await test.step('words and pictures come back, in their order', async () => {
    await page.goto('/deals/new')
    await page.getByLabel('사진 넣기').setInputFiles([
      { name: 'a.png', mimeType: 'image/png', buffer: DOT },
      { name: 'b.png', mimeType: 'image/png', buffer: DOT },
    ])
    await expect(page.getByText('10장까지. 첫 사진이 목록에 보여요.')).toBeVisible()
    const second = await page.getByRole('img', { name: '사진 2' }).getAttribute('src')
    await page.getByRole('button', { name: '사진 2 앞으로 옮기기' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('img', { name: '사진 1' })).toHaveAttribute('src', second ?? '')
    await expect(page.getByRole('button', { name: '사진 1 뒤로 옮기기' })).toBeFocused()
    await fill(page, title)
    await expectAccessible(page)
    await page.reload()
    await expect(page.getByText('쓰던 공구가 있어요')).toBeVisible()
    await expectAccessible(page)
    await picture(page, `${size}-30-draft`)
    await page.getByRole('button', { name: '이어서 쓰기' }).click()
    await expect(page.getByLabel('무엇을 나눌까요?')).toHaveValue(title)
    await expect(page.getByRole('img', { name: /^사진 \d/ })).toHaveCount(2)
  })

  await test.step('without a network nothing is opened and nothing is lost', async () => {
    await host.context.setOffline(true)
    await page.getByRole('button', { name: '공구 열기' }).click()
    await expect(page.getByText('서버와 연결되지 않아요.')).toBeVisible()
    await expect(page.getByLabel('무엇을 나눌까요?')).toHaveValue(title)
    await host.context.setOffline(false)
    await page.getByRole('button', { name: '공구 열기' }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await page.goto('/deals/new')
    await expect(page.getByLabel('무엇을 나눌까요?')).toHaveValue('')
  })
})

test("a shop's page that is shared waits for who must sign in first", async ({ arrive }) => {
  const member = await arrive('나눔이')
  const { page } = member
  await member.isMember('서교동')
  await member.signOut()
  const shared = new URLSearchParams({
    title: '제주 감귤 10kg',
    text: '산지 직송 39,900원 https://shop.example/p/1',
  })
  await page.goto(`/deals/new?${shared.toString()}`)
  await page.getByLabel('이메일 또는 별명').fill(member.nickname)
  await page.getByLabel('비밀번호').fill(member.password)
  await page.getByRole('button', { name: '로그인' }).click()
  await expect(page.getByLabel('무엇을 나눌까요?')).toHaveValue('제주 감귤 10kg')
  await expect(page.getByLabel('상품 링크')).toHaveValue('https://shop.example/p/1')
  await expect(page.getByLabel('전체 값')).toHaveValue('39,900')
  await expect(page).toHaveURL(/\/deals\/new$/)
})

/** Waits until what is shown is also kept: that happens after it is drawn, and a page can be left at once. */
async function writtenDown(page: Page, path: string, text: string) {
  await expect
    .poll(() =>
      page.evaluate(
        async ([part, words]) => {
          const cache = await caches.open('gonggu-last-seen')
          for (const key of await cache.keys()) {
            const answer = key.url.includes(part) ? await cache.match(key) : undefined
            if ((await answer?.text())?.includes(words)) return true
          }
          return false
        },
        [path, text] as const,
      ),
    )
    .toBe(true)
}

test('what was seen last opens without a network, and is gone at sign-out', async ({ arrive }, {
  project,
}) => {
  const size = project.name
  const member = await arrive('여행자')
  const { page } = member
  const title = freshName('왕만두')
  await member.isMember('서교동')
  await page.goto('/deals/new')
  await fill(page, title)
  await page.getByRole('button', { name: '공구 열기' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const dealId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await keepShell(page)

  await page.goto('/chat')
  await page.getByRole('link', { name: new RegExp(title) }).click()
  await page.getByRole('textbox', { name: '메시지' }).fill('어서 오세요')
  await page.getByRole('button', { name: '보내기', exact: true }).click()
  await expect(page.getByRole('log').getByText('어서 오세요')).toBeVisible()
  // What is said while the room is open is kept, too, and not only what it was opened with.
  await writtenDown(page, '/messages', '어서 오세요')
  await page.goto('/mine?side=opened')
  await expect(page.getByText(title)).toBeVisible()
  await writtenDown(page, '/me/hosted', title)

  await page.goto('/inbox')
  await writtenDown(page, '/push/inbox', '"items"')

  await test.step('lists, the deal and the room open, with a note', async () => {
    await member.context.setOffline(true)
    for (const path of ['/mine?side=opened', `/deals/${dealId}`, '/chat']) {
      await page.goto(path)
      await expect(page.getByText('마지막으로 본 내용이에요.')).toBeVisible()
      await expect(page.getByText(title).first()).toBeVisible()
    }
    // The list, too, tells what was said since it was asked for.
    await expect(page.getByRole('main').getByText('어서 오세요')).toBeVisible()
    // What is one's own, and how the app looks, is at hand as well.
    await page.goto('/me')
    await expect(page.getByText(member.nickname).first()).toBeVisible()
    await expect(page.getByRole('button', { name: '로그아웃' })).toBeVisible()
    await page.goto('/inbox')
    await expect(page.getByText('마지막으로 본 내용이에요.')).toBeVisible()
    await expect(page.getByText('아직 알림이 없어요')).toBeVisible()
    // Money must be true: it is not shown from memory, and there is a way out.
    await page.goto('/wallet')
    await expect(page.getByText('잠시 연결이 안 돼요')).toBeVisible()
    await page.getByRole('button', { name: '뒤로' }).click()
    await expect(page).toHaveURL(/\/home$/)
    await page.goto(`/chat/${dealId}`)
    await expect(page.getByRole('log').getByText('어서 오세요')).toBeVisible()
    await expectAccessible(page)
    await picture(page, `${size}-31-offline`)
  })

  await test.step('a message waits and goes when the network is back', async () => {
    await page.getByRole('textbox', { name: '메시지' }).fill('곧 가요')
    await page.getByRole('button', { name: '보내기', exact: true }).click()
    await expect(page.getByText('연결되면 보내요')).toBeVisible()
    await member.context.setOffline(false)
    await expect(page.getByText('연결되면 보내요')).toBeHidden({ timeout: 30_000 })
    await page.reload()
    await expect(page.getByRole('log').getByText('곧 가요')).toBeVisible()
  })

  await test.step('no token lies in a cache, and after sign-out nothing at all', async () => {
    const seen = await page.evaluate(async () => {
      const cache = await caches.open('gonggu-last-seen')
      const requests = await cache.keys()
      return requests.map(({ headers }) => headers.has('Authorization'))
    })
    expect(seen.length).toBeGreaterThan(0)
    expect(seen).not.toContain(true)
    await member.signOut()
    await expect.poll(() => page.evaluate(() => caches.has('gonggu-last-seen'))).toBe(false)
  })
})

test('the step back from the map is the list, also on the first page of a visit', async ({
  arrive,
}) => {
  const member = await arrive('손님')
  await member.isMember('서교동')
  const page = await member.context.newPage()
  await page.goto('/home')
  await page.getByRole('button', { name: '지도로 보기' }).click()
  await expect(page).toHaveURL(/view=map/)
  await page.goBack()
  await expect(page.getByRole('button', { name: '지도로 보기' })).toBeVisible()
  await expect(page).toHaveURL(/\/home$/)
  await page.getByRole('button', { name: '지도로 보기' }).click()
  await expect(page).toHaveURL(/view=map/)
  await page.getByRole('button', { name: '목록으로 보기' }).click()
  await expect(page).toHaveURL(/\/home$/)
  await page.reload()
  await expect(page.getByRole('button', { name: '지도로 보기' })).toBeVisible()

  await page.getByRole('button', { name: '지도로 보기' }).click()
  await expect(page).toHaveURL(/view=map/)
  const words = page.getByRole('searchbox', { name: '공구 찾기' })
  await words.fill('쌀')
  await words.press('Enter')
  await expect(page).toHaveURL(/q=.*view=map|view=map.*q=/)
  await words.fill('')
  await words.press('Enter')
  await expect(page).not.toHaveURL(/q=/)
  await expect(page.getByRole('button', { name: '목록으로 보기' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('button', { name: '지도로 보기' })).toBeVisible()
  await expect(page).toHaveURL(/\/home$/)
})

test('the back button closes a sheet before it leaves the page', async ({ arrive }) => {
  const member = await arrive('손님')
  const { page } = member
  await member.isMember('서교동')
  await page.getByRole('link', { name: '채팅' }).first().click()
  await expect(page).toHaveURL(/\/chat$/)
  await page.getByRole('link', { name: '홈' }).first().click()
  await page.getByRole('button', { name: '조건' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page).toHaveURL(/\/home/)
  await page.goBack()
  await expect(page).toHaveURL(/\/chat$/)
})
