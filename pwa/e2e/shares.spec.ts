import { expectAccessible } from './accessible'
import { authorized, joinDeal, openDeals, upload } from './deals'
import { freshName } from './member'
import { drawPhotograph, picture } from './pictures'
import { expect, test } from './test'

const SEOGYO = { latitude: 37.5563, longitude: 126.922 }

test('a participant takes more, takes fewer, passes the deal on and leaves', async ({
  arrive,
  request,
}) => {
  const host = await arrive('방장')
  const guest = await arrive('이웃')
  const { page } = guest
  await host.isMember()
  const title = freshName('바꿀 쌀')
  const [dealId = ''] = await openDeals(request, host, [{ title, ...SEOGYO }])
  // A headless browser has no sheet to share by: what it would be given is written down instead.
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', {
      configurable: true,
      value: (link: ShareData) => {
        document.body.dataset.shared = JSON.stringify(link)
        return document.body.dataset.closes === 'yes'
          ? Promise.reject(new DOMException('closed', 'AbortError'))
          : Promise.resolve()
      },
    })
  })
  await guest.isMember()
  await joinDeal(request, guest, dealId)
  await page.goto(`/deals/${dealId}`)
  const mine = page.getByRole('region', { name: '내 참여' })

  await test.step('two shares instead of one, and one again', async () => {
    await expect(mine).toContainText('4,000원')
    await mine.getByRole('button', { name: '하나 더하기' }).click()
    await mine.getByRole('button', { name: '2몫으로 바꾸기' }).click()
    await expect(mine).toContainText('내 몫 2')
    await expect(mine).toContainText('8,000원')
    await expect(
      page.getByRole('img', { name: '8몫 중 3몫 참, 그중 내 몫 2, 5몫 남음' }),
    ).toBeVisible()
    await mine.getByRole('button', { name: '하나 빼기' }).click()
    await mine.getByRole('button', { name: '1몫으로 바꾸기' }).click()
    await expect(mine).toContainText('4,000원')
  })

  await test.step('the phone is given the deal to share, and closing its sheet is no mistake', async () => {
    await page.getByRole('button', { name: '공유하기' }).click()
    const shared = await page.locator('body').getAttribute('data-shared')
    expect(JSON.parse(shared ?? '{}')).toEqual({
      title,
      url: new URL(`/deals/${dealId}`, page.url()).href,
    })
    await page.evaluate(() => (document.body.dataset.closes = 'yes'))
    await page.getByRole('button', { name: '공유하기' }).click()
    await expect(page.getByText('공유할 주소:')).toHaveCount(0)
  })

  await test.step('where nothing can be shared, the address is copied, or at least shown', async () => {
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'share', { value: undefined })
      Object.defineProperty(navigator.clipboard, 'writeText', {
        configurable: true,
        value: (text: string) => {
          document.body.dataset.copied = text
          return Promise.resolve()
        },
      })
    })
    await page.getByRole('button', { name: '공유하기' }).click()
    await expect(page.getByText('주소를 복사했어요.')).toBeVisible()
    await expect(page.locator('body')).toHaveAttribute(
      'data-copied',
      new URL(`/deals/${dealId}`, page.url()).href,
    )
    await page.evaluate(() => {
      Object.defineProperty(navigator.clipboard, 'writeText', {
        value: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
      })
    })
    await page.getByRole('button', { name: '공유하기' }).click()
    await expect(page.getByText(/공유할 주소: .*\/deals\//)).toBeVisible()
  })

  await test.step('whoever thinks again stays, and whoever leaves can only read the room', async () => {
    await mine.getByRole('button', { name: '나가기' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '그대로 있기' }).click()
    await expect(mine).toContainText('내 몫 1')
    await mine.getByRole('button', { name: '나가기' }).click()
    await dialog.getByRole('button', { name: '나가기' }).click()
    await expect(page.getByText('공구에서 나왔어요.')).toBeVisible()
    await expect(mine).toHaveCount(0)
    await expect(page.getByRole('button', { name: /참여하기/ })).toBeVisible()
    await expect(page.getByRole('img', { name: '8몫 중 1몫 참, 7몫 남음' })).toBeVisible()
    await page.goto(`/chat/${dealId}`)
    await expect(page.getByText('나간 공구라 읽기만 할 수 있어요.')).toBeVisible()
    await expect(page.getByRole('textbox', { name: '메시지' })).toHaveCount(0)
  })
})

test('shares that went meanwhile are said to be gone, and what is left is offered', async ({
  arrive,
  request,
}, { project }) => {
  const host = await arrive('방장')
  const quick = await arrive('빠른이')
  const slow = await arrive('느린이')
  const { page } = slow
  for (const member of [host, quick, slow]) await member.isMember()
  const [dealId = ''] = await openDeals(request, host, [
    { title: freshName('두 몫 남은 쌀'), ...SEOGYO, hostShares: 6 },
  ])
  await page.goto(`/deals/${dealId}`)
  await page.getByRole('button', { name: '하나 더하기' }).click()
  await page.getByRole('button', { name: '8,000원에 참여하기' }).click()
  const dialog = page.getByRole('dialog')
  await joinDeal(request, quick, dealId)
  await dialog.getByRole('button', { name: '2몫 참여하기' }).click()
  await expect(
    dialog.getByText('그사이 남은 몫이 줄었어요. 지금 남은 만큼만 고를 수 있어요.'),
  ).toBeVisible()
  await expectAccessible(page)
  await picture(page, `${project.name}-62-shares-gone`)
  await dialog.getByRole('button', { name: '1몫 참여하기' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('8몫이 모두 찼어요')).toBeVisible()
})

test('pictures are swiped, stepped through by keys and looked at large', async ({
  arrive,
  request,
}) => {
  const host = await arrive('방장')
  const { page } = host
  await host.isMember()
  const photograph = await drawPhotograph(page)
  const headers = await authorized(request, host)
  const images = [
    await upload(request, headers, 'deal', photograph),
    await upload(request, headers, 'deal', photograph),
    await upload(request, headers, 'deal', photograph),
  ]
  const title = freshName('사진 쌀')
  const [dealId = ''] = await openDeals(request, host, [{ title, ...SEOGYO, images }])
  await page.goto('/mine?side=opened')
  await page.getByRole('link', { name: title }).click()
  const pictures = page.getByRole('region', { name: '사진' })
  const first = pictures.getByRole('button', { name: /사진 1$/ })
  const third = pictures.getByRole('button', { name: /사진 3$/ })
  await expect(pictures.getByText('1/3')).toBeVisible()

  await test.step('by keys, and the focus goes along', async () => {
    await first.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(pictures.getByText('3/3')).toBeVisible()
    await expect(third).toBeFocused()
    await expect(third).toBeInViewport()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await expect(pictures.getByText('1/3')).toBeVisible()
    await expect(first).toBeInViewport({ ratio: 0.9 })
  })

  await test.step('by scrolling, as a finger does', async () => {
    await first.evaluate((button) => {
      const strip = button.parentElement
      strip?.scrollTo({ left: strip.clientWidth, behavior: 'smooth' })
    })
    await expect(pictures.getByText('2/3')).toBeVisible()
    await pictures.getByRole('button', { name: '앞 사진' }).click()
    await expect(pictures.getByText('1/3')).toBeVisible()
    await expect(first).toBeInViewport({ ratio: 0.9 })
  })

  await test.step('large, further by a key, and back closes it', async () => {
    await first.click()
    const large = page.getByRole('dialog', { name: /사진 1$/ })
    await expect(large).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('dialog', { name: /사진 2$/ })).toBeVisible()
    await expectAccessible(page)
    await page.goBack()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page).toHaveURL(new RegExp(dealId))
  })
})

test('a deal that was changed on another device is not overwritten', async ({ arrive, request }, {
  project,
}) => {
  const host = await arrive('방장')
  const { page } = host
  await host.isMember()
  const title = freshName('두 번 고친 쌀')
  const [dealId = ''] = await openDeals(request, host, [{ title, ...SEOGYO }])
  await page.goto(`/deals/${dealId}`)
  await page.getByRole('link', { name: '고치기' }).click()
  await page.getByLabel('소개', { exact: true }).fill('여기서 고친 소개')

  const headers = { ...(await authorized(request, host)), 'If-Match': '"1"' }
  const elsewhere = await request.patch(`/api/deal/deals/${dealId}`, {
    headers,
    data: { description: '다른 기기에서 고친 소개' },
  })
  expect(elsewhere.status(), await elsewhere.text()).toBe(200)

  await page.getByRole('button', { name: '저장하기' }).click()
  await expect(page.getByText('그사이 다른 곳에서 고쳤어요.')).toBeVisible()
  await expect(page.getByLabel('소개', { exact: true })).toHaveValue('여기서 고친 소개')
  await expectAccessible(page)
  await picture(page, `${project.name}-63-edit-conflict`)
  await page.getByRole('button', { name: '새 내용 불러오기' }).click()
  await expect(page.getByLabel('소개', { exact: true })).toHaveValue('다른 기기에서 고친 소개')
  await page.getByLabel('소개', { exact: true }).fill('다시 고친 소개')

  await test.step('who goes away without saving is asked first', async () => {
    await page.goBack()
    const dialog = page.getByRole('dialog', { name: '고친 내용을 버릴까요?' })
    await expect(dialog).toBeVisible()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: '계속 고치기' }).click()
    await expect(page.getByLabel('소개', { exact: true })).toHaveValue('다시 고친 소개')
  })
  await page.getByRole('button', { name: '저장하기' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByText('다시 고친 소개')).toBeVisible()

  await test.step('and goes when that is what they want, also by the step back of the phone', async () => {
    await page.getByRole('link', { name: '고치기' }).click()
    await page.getByLabel('소개', { exact: true }).fill('버릴 소개')
    await page.goBack()
    const dialog = page.getByRole('dialog', { name: '고친 내용을 버릴까요?' })
    await dialog.getByRole('button', { name: '버리고 나가기' }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByText('다시 고친 소개')).toBeVisible()
  })
})

test('a full deal is not changed any more after its deadline, but can be given up', async ({
  arrive,
  request,
}) => {
  const host = await arrive('방장')
  const guest = await arrive('이웃')
  await host.isMember()
  await guest.isMember()
  const [dealId = ''] = await openDeals(request, host, [
    { title: freshName('다 찬 쌀'), ...SEOGYO, hostShares: 7 },
  ])
  await joinDeal(request, guest, dealId)
  const mine = guest.page.getByRole('region', { name: '내 참여' })
  const own = host.page.getByRole('region', { name: '내가 연 공구' })
  await guest.page.goto(`/deals/${dealId}`)
  await host.page.goto(`/deals/${dealId}`)
  await expect(mine.getByRole('button', { name: '나가기' })).toBeVisible()
  await expect(own.getByRole('link', { name: '고치기' })).toBeVisible()

  const later = Date.now() + 30 * 24 * 3600_000
  for (const { page } of [host, guest]) {
    await page.clock.setFixedTime(later)
    await page.reload()
  }
  await expect(mine).toContainText('내 몫 1')
  await expect(mine.getByRole('button', { name: '나가기' })).toHaveCount(0)
  await expect(own.getByRole('button', { name: '공구 취소' })).toBeVisible()
  await expect(own.getByRole('link', { name: '고치기' })).toHaveCount(0)
})
