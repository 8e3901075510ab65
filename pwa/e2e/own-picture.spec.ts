import { authorized, joinDeal, openDeals, say } from './deals'
import { freshName, PHONE } from './member'
import { picture } from './pictures'
import { expect, test } from './test'

/** An orange square. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAIAAAD8GO2jAAAAKklEQVR42u3NMQ0AAAgDsElBNz75UcFB0qR/M12nIhAIBAKBQCAQCL4EC4TXvFsfBgHDAAAAAElFTkSuQmCC',
  'base64',
)

test('a member shows a picture, neighbours see it, and it is taken back', async ({
  arrive,
  request,
}, { project }) => {
  const member = await arrive('얼굴')
  const { page } = member
  await member.isMember()
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

  await test.step('in the deal and in its room', async () => {
    const neighbour = await arrive('이웃', PHONE)
    await neighbour.isMember()
    const [dealId = ''] = await openDeals(request, member, [
      { title: freshName('쌀'), latitude: 37.5563, longitude: 126.922 },
    ])
    await joinDeal(request, neighbour, dealId)
    await say(request, await authorized(request, member), dealId, '반가워요')
    const seen = neighbour.page.locator('main img[src^="/api/member/pictures/"]')
    await neighbour.page.goto(`/deals/${dealId}`)
    // Beside the host and in the list of who takes part.
    await expect(seen).toHaveCount(2)
    await neighbour.page.goto(`/chat/${dealId}`)
    await expect(neighbour.page.getByRole('log').getByText('반가워요')).toBeVisible()
    await expect(seen).toHaveCount(1)
    await picture(neighbour.page, `${project.name}-67-face-in-room`)
  })

  await page.getByRole('button', { name: '사진 지우기' }).click()
  await expect(face).toBeHidden()
})
