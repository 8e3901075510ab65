import { expect, test, type Page } from '@playwright/test'
import { DESKTOP, Member, PHONE } from './member'

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
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await noKorean(['/wallet', '/wallet/remit', '/chat', '/mine', '/mine?side=opened', '/inbox'])
  await member.context.close()
})
