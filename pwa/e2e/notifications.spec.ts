import { expectAccessible } from './accessible'
import { joinDeal, openDeals } from './deals'
import { freshName, PHONE } from './member'
import { picture } from './pictures'
import { expect, test } from './test'

test('a member whose browser blocks notifications is told how to allow them', async ({ arrive }, {
  project,
}) => {
  const size = project.name
  const member = await arrive('조용')
  const { page } = member
  // What a real refusal leaves behind; a headless browser has nobody to refuse.
  await page.addInitScript(() => {
    Object.defineProperty(Notification, 'permission', {
      configurable: true,
      get: () => sessionStorage.getItem('permission') ?? 'denied',
    })
  })
  await member.isMember()
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
})

test('who has just joined is offered notifications, and refusing them is respected', async ({
  arrive,
  request,
}, { project }) => {
  const size = project.name
  const host = await arrive('방장')
  const guest = await arrive('조용')
  const { page } = guest
  await host.isMember()
  const [dealId = ''] = await openDeals(request, host, [
    { title: freshName('쌀'), latitude: 37.5563, longitude: 126.922 },
  ])
  await page.addInitScript(() => {
    const answered = () => sessionStorage.getItem('permission') ?? 'default'
    Object.defineProperty(Notification, 'permission', { configurable: true, get: answered })
    Notification.requestPermission = () => {
      sessionStorage.setItem('permission', 'denied')
      return Promise.resolve('denied')
    }
  })
  await guest.isMember()
  const offer = page.getByRole('region', { name: '이 공구 소식을 알림으로 받을까요?' })

  await test.step('only after joining', async () => {
    await page.goto(`/deals/${dealId}`)
    await expect(page.getByRole('button', { name: /참여하기/ })).toBeVisible()
    await expect(offer).toHaveCount(0)
    await page.getByRole('button', { name: /참여하기/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: '1몫 참여하기' }).click()
    await expect(offer).toBeVisible()
    await expectAccessible(page)
    await picture(page, `${size}-52-push-offer`)
  })

  await test.step('a refusal is answered with how to allow it later', async () => {
    await offer.getByRole('button', { name: '알림 받기' }).click()
    await expect(offer).toHaveCount(0)
    await expect(page.getByText('이 기기에서 공구마켓 알림이 막혀 있어요.')).toBeVisible()
    await page.reload()
    await expect(page.getByText('내 몫 1', { exact: true })).toBeVisible()
    await expect(page.getByText('이 기기에서 공구마켓 알림이 막혀 있어요.')).toHaveCount(0)
  })

  await test.step('“later” is not asked again on the next visit', async () => {
    await page.evaluate(() => sessionStorage.setItem('permission', 'default'))
    await page.reload()
    await offer.getByRole('button', { name: '나중에' }).click()
    await expect(offer).toHaveCount(0)
    await page.reload()
    await expect(page.getByText('내 몫 1', { exact: true })).toBeVisible()
    await expect(offer).toHaveCount(0)
  })
})

test('an iPhone is told to put the app on the home screen first', async ({ arrive, request }, {
  project,
}) => {
  test.skip(project.name !== 'phone', 'there is no iPhone of another size')
  const host = await arrive('방장', PHONE)
  const guest = await arrive('사과', {
    ...PHONE,
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  })
  const { page } = guest
  // Safari has no push in a tab.
  await page.addInitScript(() => {
    delete (window as Partial<typeof window>).PushManager
  })
  await host.isMember()
  const [dealId = ''] = await openDeals(request, host, [
    { title: freshName('쌀'), latitude: 37.5563, longitude: 126.922 },
  ])
  await guest.isMember()
  await joinDeal(request, guest, dealId)
  await page.goto(`/deals/${dealId}`)
  const offer = page.getByRole('region', { name: '이 공구 소식을 알림으로 받을까요?' })
  await expect(offer.getByText('‘홈 화면에 추가’를 골라요.')).toBeVisible()
  await expect(offer.getByRole('button', { name: '알림 받기' })).toHaveCount(0)
  await expectAccessible(page)
  await picture(page, 'phone-53-push-iphone')
  await page.goto('/me/notifications')
  await expect(page.getByText('사파리의 공유 버튼을 눌러요.')).toBeVisible()
})

test('the browser asks to install when the member wants it', async ({ arrive }, { project }) => {
  const member = await arrive('손님')
  const { page } = member
  await member.isMember()
  await page.goto('/me')
  await expect(page.getByRole('heading', { name: '앱으로 쓰기' })).toHaveCount(0)
  // What Chromium does when it would install; a headless one has no home screen.
  await page.evaluate(() => {
    const asked = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: () => {
        document.body.dataset.asked = 'yes'
        return Promise.resolve()
      },
    })
    window.dispatchEvent(asked)
  })
  await expect(page.getByRole('heading', { name: '앱으로 쓰기' })).toBeVisible()
  await expectAccessible(page)
  await picture(page, `${project.name}-54-install`)
  await page.getByRole('button', { name: '홈 화면에 추가' }).click()
  await expect(page.locator('body')).toHaveAttribute('data-asked', 'yes')
  await expect(page.getByRole('heading', { name: '앱으로 쓰기' })).toHaveCount(0)
})
