import { expectAccessible } from './accessible'
import { joinDeal, openDeals } from './deals'
import { freshName } from './member'
import { drawPhotograph, picture } from './pictures'
import { expect, test } from './test'

const SEOGYO = { latitude: 37.5563, longitude: 126.922 }

test('what the host changes, and shows of the goods, is told to who takes part', async ({
  arrive,
  request,
}, { project }) => {
  const size = project.name
  const host = await arrive('방장')
  const guest = await arrive('이웃')
  await host.isMember('서교동')
  await guest.isMember()
  const title = freshName('햇쌀')
  // The guest's share is the last one.
  const [dealId = ''] = await openDeals(request, host, [{ title, ...SEOGYO, hostShares: 7 }])
  await joinDeal(request, guest, dealId)

  await test.step('keywords are chosen by Enter, by the button, and by going on', async () => {
    const { page } = host
    await page.goto(`/deals/${dealId}/edit`)
    const word = page.getByRole('textbox', { name: '키워드', exact: true })
    await word.fill('햅쌀, 밥')
    await word.press('Enter')
    await word.fill('스무 자가 넘는 말은 키워드가 되지 못해요')
    await page.getByRole('button', { name: '추가' }).click()
    await expect(page.getByText('키워드는 20자까지, 모두 10개까지예요.')).toBeVisible()
    await expectAccessible(page)
    await picture(page, `${size}-73-keywords`)
    await page.getByRole('button', { name: '저장하기' }).click()
    await expect(word).toBeFocused()
    await word.fill('현미')
    await page.getByRole('button', { name: '추가' }).click()
    await page.getByRole('button', { name: '‘밥’ 빼기' }).click()
    await word.fill('철원')
    await page
      .getByLabel('소개', { exact: true })
      .fill('포대째 사서 나눠요. https://shop.example/rice에서 봤어요.')
    await page.getByRole('button', { name: '저장하기' }).click()
    await expect(page.getByRole('list', { name: '키워드' }).getByRole('listitem')).toHaveText([
      '햅쌀',
      '현미',
      '철원',
    ])
  })

  await test.step('a change is told as it was and as it is', async () => {
    const { page } = guest
    await page.goto(`/deals/${dealId}`)
    await expect(page.getByRole('link', { name: 'https://shop.example/rice' })).toHaveAttribute(
      'href',
      'https://shop.example/rice',
    )
    await page.getByText(/^방장이 고쳤어요/).click()
    await expect(page.getByRole('deletion').filter({ hasText: '반씩 나눠요.' })).toBeVisible()
    await expect(page.getByRole('insertion').filter({ hasText: '포대째' })).toBeVisible()
    await expect(page.getByRole('insertion').filter({ hasText: '햅쌀, 현미' })).toBeVisible()
    await page.getByRole('insertion').first().scrollIntoViewIfNeeded()
    await expectAccessible(page)
    await picture(page, `${size}-74-changed`)
  })

  await test.step('a step is told with a picture, which can be sent again or left out', async () => {
    const { page } = host
    await page.goto(`/deals/${dealId}`)
    await page.getByRole('button', { name: '주문했다고 알리기' }).click()
    const dialog = page.getByRole('dialog')
    const choose = dialog.getByLabel('영수증이나 물건 사진 넣기')
    await choose.setInputFiles({
      name: 'note.txt',
      mimeType: 'image/png',
      buffer: Buffer.from('no picture'),
    })
    await expect(dialog.getByText('읽을 수 없는 사진')).toBeVisible()
    await expect(dialog.getByRole('button', { name: '주문했다고 알리기' })).toBeDisabled()
    await dialog.getByRole('button', { name: '사진 빼기' }).click()
    const photograph = {
      name: 'receipt.jpg',
      mimeType: 'image/jpeg',
      buffer: await drawPhotograph(page),
    }
    await page.route('**/api/deal/images', (route) => route.abort(), { times: 1 })
    await choose.setInputFiles(photograph)
    await expect(dialog.getByRole('button', { name: '다시 올리기' })).toBeVisible()
    await expectAccessible(page)
    await picture(page, `${size}-75-step-picture`)
    await dialog.getByRole('button', { name: '다시 올리기' }).click()
    await expect(dialog.getByText('사진을 올렸어요.')).toBeVisible()
    await expect(dialog.getByRole('button', { name: '사진 빼기' })).toBeFocused()
    await dialog.getByLabel('덧붙일 말').fill('금요일에 와요.')
    await dialog.getByRole('button', { name: '주문했다고 알리기' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByText('금요일에 와요.')).toBeVisible()
  })

  await test.step('and is seen as large as the screen', async () => {
    const { page } = guest
    await page.goto('/mine')
    await page.getByRole('link', { name: new RegExp(title) }).click()
    await page.getByRole('button', { name: '주문 완료: 방장이 올린 사진' }).click()
    await expect(page.getByRole('dialog', { name: '방장이 올린 사진' })).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page).toHaveURL(new RegExp(`/deals/${dealId}$`))
    await expectAccessible(page)
    await picture(page, `${size}-76-step-told`)
  })
})

test('who speaks sees how many have not read it', async ({ arrive, request }, { project }) => {
  const host = await arrive('방장')
  const guest = await arrive('이웃')
  await host.isMember()
  await guest.isMember('서교동')
  const [dealId = ''] = await openDeals(request, host, [{ title: freshName('수다'), ...SEOGYO }])
  await joinDeal(request, guest, dealId)
  const { page } = host
  await page.goto(`/chat/${dealId}`)
  await page.getByRole('textbox', { name: '메시지' }).fill('언제 만날까요?')
  await page.getByRole('button', { name: '보내기', exact: true }).click()
  const unread = page.getByText('안 읽은 이웃 1명')
  await expect(unread).toHaveCount(1)
  await expectAccessible(page)
  await picture(page, `${project.name}-78-unread-by`)
  await page.reload()
  await expect(unread).toHaveCount(1)
  await guest.page.goto(`/chat/${dealId}`)
  await expect(guest.page.getByRole('log').getByText('언제 만날까요?')).toBeVisible()
  await expect(unread).toHaveCount(0)
  // Who is in the room reads at once.
  await page.getByRole('textbox', { name: '메시지' }).fill('금요일 어때요?')
  await page.getByRole('button', { name: '보내기', exact: true }).click()
  await expect(guest.page.getByRole('log').getByText('금요일 어때요?')).toBeVisible()
  await expect(unread).toHaveCount(0)
  const readers = page.waitForResponse(/\/readers$/)
  await page.reload()
  expect((await readers).status()).toBe(200)
  await expect(page.getByRole('log').getByText('금요일 어때요?')).toBeVisible()
  await expect(unread).toHaveCount(0)
})

test('who writes in a room is seen to, and addresses in it can be followed', async ({
  arrive,
  request,
}, { project }) => {
  const host = await arrive('방장')
  const guest = await arrive('이웃')
  await host.isMember()
  await guest.isMember()
  const [dealId = ''] = await openDeals(request, host, [{ title: freshName('수다'), ...SEOGYO }])
  await joinDeal(request, guest, dealId)
  for (const { page } of [host, guest]) await page.goto(`/chat/${dealId}`)
  const composer = guest.page.getByRole('textbox', { name: '메시지' })
  const say = guest.page.getByRole('button', { name: '보내기', exact: true })

  await composer.fill('여기 있어요: https://shop.example/rice')
  await say.click()
  await expect(
    host.page.getByRole('log').getByRole('link', { name: 'https://shop.example/rice' }),
  ).toHaveAttribute('href', 'https://shop.example/rice')
  // On the colour of one's own words, too.
  await expectAccessible(guest.page)

  await composer.pressSequentially('그리고')
  const writes = host.page.getByText(`${guest.nickname}님이 쓰고 있어요…`)
  await expect(writes).toBeVisible()
  await expectAccessible(host.page)
  await composer.pressSequentially(' 하나 더')
  await expect(writes).toBeVisible()
  await picture(host.page, `${project.name}-77-writes`)
  await say.click()
  await expect(host.page.getByRole('log').getByText('그리고 하나 더')).toBeVisible()
  await expect(writes).toBeHidden()
  // Who stops without saying anything is not shown for ever.
  await composer.pressSequentially('음')
  await expect(writes).toBeVisible()
  await expect(writes).toBeHidden({ timeout: 15_000 })
})
