import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { DESKTOP, Member, PHONE } from './member'
import { picture } from './pictures'

test('a member whose browser blocks notifications is told how to allow them', async ({ browser }, {
  project,
}) => {
  const size = project.name
  const member = await Member.arrive(browser, '조용', size === 'phone' ? PHONE : DESKTOP)
  const { page } = member
  // What a real refusal leaves behind; a headless browser has nobody to refuse.
  await page.addInitScript(() => {
    Object.defineProperty(Notification, 'permission', {
      configurable: true,
      get: () => sessionStorage.getItem('permission') ?? 'denied',
    })
  })
  await member.signUp()
  await page.goto('/me/notifications')
  const steps = page.getByRole('main').getByRole('list').getByText('주소창 왼쪽 아이콘')
  await expect(steps).toBeVisible()
  await expect(page.getByRole('button', { name: '알림 받기' })).toHaveCount(0)
  await expectAccessible(page)
  await picture(page, `${size}-51-push-blocked`)

  await page.evaluate(() => sessionStorage.setItem('permission', 'default'))
  await page.getByRole('button', { name: '다시 확인하기' }).click()
  await expect(steps).toHaveCount(0)
  await expect(page.getByRole('button', { name: '알림 받기' })).toBeVisible()
  await member.context.close()
})
