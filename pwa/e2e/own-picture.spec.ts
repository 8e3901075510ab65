import { expect, test } from '@playwright/test'
import { DESKTOP, Member, PHONE } from './member'
import { picture } from './pictures'

/** An orange square. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAIAAAD8GO2jAAAAKklEQVR42u3NMQ0AAAgDsElBNz75UcFB0qR/M12nIhAIBAKBQCAQCL4EC4TXvFsfBgHDAAAAAElFTkSuQmCC',
  'base64',
)

test('a member shows a picture, and takes it back', async ({ browser }, { project }) => {
  const member = await Member.arrive(browser, '얼굴', project.name === 'phone' ? PHONE : DESKTOP)
  const { page } = member
  await member.signUp()
  await page.goto('/me')
  const face = page.locator('main img[src^="/api/member/pictures/"]')

  await page
    .locator('main input[type=file]')
    .setInputFiles({ name: 'note.png', mimeType: 'image/png', buffer: Buffer.from('no picture') })
  await expect(page.getByRole('alert')).toContainText('열 수 없는 사진')
  await expect(face).toBeHidden()

  await page
    .locator('main input[type=file]')
    .setInputFiles({ name: 'face.png', mimeType: 'image/png', buffer: PNG })
  await expect(face).toBeVisible()
  await expect(page.getByRole('alert')).toBeHidden()
  await picture(page, `${project.name}-61-me`)
  await page.reload()
  await expect(face).toBeVisible()

  await page.getByRole('button', { name: '사진 지우기' }).click()
  await expect(face).toBeHidden()
  await member.context.close()
})
