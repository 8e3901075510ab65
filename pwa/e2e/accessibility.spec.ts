import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { DESKTOP, freshName, Member, PHONE } from './member'

test("the story's screens have no fault that a machine can find, in both themes", async ({
  browser,
}, { project }) => {
  const member = await Member.arrive(browser, '누구나', project.name === 'phone' ? PHONE : DESKTOP)
  const { page } = member
  const title = freshName('햇감자')

  for (const path of ['/', '/login', '/sign-up']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  }

  await member.signUp()
  await expectAccessible(page)
  await member.moveTo('서교동')

  await page.goto('/deals/new')
  await page.getByRole('button', { name: '공구 열기' }).click()
  await expect(page.getByText('분류를 골라 주세요.')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('무엇을 나눌까요?').fill(title)
  await page.getByLabel('분류').selectOption({ label: '과일·채소' })
  await page.getByLabel('소개', { exact: true }).fill('반씩 나눠요.')
  await page.getByLabel('받는 곳 이름').fill('서교동 주민센터 앞')
  await page.getByLabel('전체 값').fill('20000')
  await page.getByRole('button', { name: '공구 열기' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expectAccessible(page)
  const dealId = new URL(page.url()).pathname.split('/').at(-1) ?? ''

  await page.goto('/home')
  await page.getByRole('button', { name: '새로 열림' }).click()
  await expect(page.getByRole('link', { name: title })).toBeVisible()
  await expectAccessible(page)

  await page.goto('/mine?side=opened')
  await expect(page.getByText(title)).toBeVisible()
  await expectAccessible(page)

  await page.goto('/chat')
  await expect(page.getByRole('link', { name: new RegExp(title) })).toBeVisible()
  await expectAccessible(page)

  await page.goto(`/chat/${dealId}`)
  await page.getByRole('textbox', { name: '메시지' }).fill('안녕하세요')
  await page.getByRole('button', { name: '보내기', exact: true }).click()
  await expect(page.getByRole('log').getByText('안녕하세요')).toBeVisible()
  await expectAccessible(page)

  for (const path of ['/wallet', '/wallet/remit', '/inbox', '/me', '/nowhere']) {
    await page.goto(path)
    await expect(page.getByRole('main')).not.toBeEmpty()
    await expectAccessible(page)
  }

  await page.goto('/wallet')
  await page.getByRole('button', { name: '채우기' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page)
  await member.context.close()
})

/** What the app says itself: without Korean names of places and without what neighbours wrote. */
function ownWords(page: Page) {
  return page.getByRole('main').evaluate((main) => {
    const own = main.cloneNode(true) as HTMLElement
    own.querySelectorAll('[lang="ko"], [lang=""]').forEach((other) => other.remove())
    return own.textContent
  })
}

test('the whole of it speaks English, too', async ({ browser }, { project }) => {
  const member = await Member.arrive(browser, 'reader', project.name === 'phone' ? PHONE : DESKTOP)
  const { page } = member
  await page.goto('/')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: 'Too much for one? Split it with neighbours' }),
  ).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  const noKorean = async (paths: string[]) => {
    for (const path of paths) {
      await page.goto(path)
      await expect(page.getByRole('heading').first()).toBeVisible()
      await expect(page.getByRole('main')).not.toBeEmpty()
      await expect.poll(() => ownWords(page)).not.toMatch(/[가-힣]/)
    }
  }
  await noKorean(['/', '/login', '/sign-up'])

  await page.goto('/')
  await page.getByRole('button', { name: '한국어' }).click()
  await member.signUp()
  await page.goto('/me')
  await page.getByRole('button', { name: 'English' }).click()
  await noKorean(['/wallet', '/wallet/remit', '/chat', '/mine', '/mine?side=opened', '/inbox'])
  await member.context.close()
})
