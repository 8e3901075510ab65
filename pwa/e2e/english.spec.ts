import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { DESKTOP, freshName, PHONE } from './member'
import { picture } from './pictures'
import { expect, test } from './test'

/** What the app says itself: without Korean names of places and without what neighbours wrote. */
function ownWords(page: Page) {
  return page.getByRole('main').evaluate((main) => {
    const own = main.cloneNode(true) as HTMLElement
    own.querySelectorAll('[lang="ko"], [lang=""]').forEach((other) => other.remove())
    return own.textContent
  })
}

test('the whole of it speaks English, too', async ({ arrive }) => {
  const member = await arrive('reader')
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
})

test('two neighbours split a crate in English', async ({ arrive }, { project }) => {
  const size = project.name
  const device = { ...(size === 'phone' ? PHONE : DESKTOP), locale: 'en-GB' }
  const host = await arrive('host', device)
  const joiner = await arrive('joiner', device)
  const title = freshName('Jeju mandarins')
  let dealId = ''

  await test.step('both sign up and say where they live', async () => {
    for (const { page, email, nickname, password } of [host, joiner]) {
      await page.goto('/')
      await page.getByRole('link', { name: 'Sign up' }).click()
      await page.getByLabel('E-mail').fill(email)
      await page.getByLabel('Nickname').fill(nickname)
      await page.getByLabel('Password').fill(password)
      await page.getByRole('button', { name: 'Sign up and start' }).click()
      await expect(page.getByRole('heading', { name: 'Where do you live?' })).toBeVisible()
      await page.getByLabel('Choose a neighbourhood').selectOption({ label: '서교동' })
      await page.getByRole('button', { name: 'Use this neighbourhood' }).click()
      await expect(page.getByRole('heading', { name: 'Deals in 서교동' })).toBeVisible()
    }
  })

  await test.step('the host opens a deal', async () => {
    const { page } = host
    await page.getByRole('link', { name: 'Open a deal' }).first().click()
    await page.getByLabel('What shall we split?').fill(title)
    await page.getByLabel('Category').selectOption({ label: 'Fruit & vegetables' })
    await page.getByLabel('Description', { exact: true }).fill('From a farm, split on Saturday.')
    await page.getByLabel('Name of the place').fill('Community centre')
    await page.getByLabel('Total price').fill('20000')
    await page.getByRole('button', { name: 'Open the deal' }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    dealId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await page.goto('/home')
    await expect(page.getByRole('link', { name: 'Notifications', exact: true })).toBeVisible()
  })

  await test.step('the other takes one share', async () => {
    const { page } = joiner
    await page.getByRole('searchbox', { name: 'Search deals' }).fill(title)
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: title }).click()
    await expectAccessible(page)
    await picture(page, `${size}-english-1-deal`)
    await page.getByRole('button', { name: /^Join for ₩/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Take 1 share?' })
    await picture(page, `${size}-english-2-join`)
    await dialog.getByRole('button', { name: 'Take 1 share' }).click()
    await expect(page.getByText('My shares: 1', { exact: true })).toBeVisible()
  })

  await test.step('the host is told, and both talk', async () => {
    await host.page.getByRole('link', { name: '1 new notification', exact: true }).click()
    await expect(
      host.page.getByText(`${joiner.nickname} joined “${title}” (shares: 1)`),
    ).toBeVisible()
    await picture(host.page, `${size}-english-3-inbox`)
    await host.page.goto(`/chat/${dealId}`)
    await joiner.page.getByRole('link', { name: 'Chat room' }).click()
    await joiner.page.getByRole('textbox', { name: 'Message' }).fill('Hello there')
    await joiner.page.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(host.page.getByRole('log').getByText('Hello there')).toBeVisible()
    await expectAccessible(host.page)
    await picture(host.page, `${size}-english-4-chat`)
  })

  await test.step('the joiner pays', async () => {
    const { page } = joiner
    await page.goto('/wallet')
    await page.getByRole('button', { name: 'Top up', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Top up' })
    await dialog.getByLabel('Amount').fill('20000')
    await dialog.getByRole('button', { name: 'Top up the wallet' }).click()
    await expect(page.getByTestId('balance')).toHaveText('₩20,000')
    await page.goto('/mine')
    await expect(page.getByText(title)).toBeVisible()
    await expectAccessible(page)
    await picture(page, `${size}-english-5-mine`)
    await page.getByRole('link', { name: 'Send money' }).click()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(
      page.getByRole('heading', { name: new RegExp(`^Sent ₩[\\d,]+ to ${host.nickname}$`) }),
    ).toBeVisible()
    await picture(page, `${size}-english-6-sent`)
    await host.page.goto('/wallet')
    await expect(host.page.getByText(`From ${joiner.nickname}`)).toBeVisible()
    await expectAccessible(host.page)
    await picture(host.page, `${size}-english-7-wallet`)
  })
})
