import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { authorized, letIn, openDeals } from './deals'
import type { Member } from './member'
import { freshName, PHONE } from './member'
import { picture } from './pictures'
import { keepShell } from './shell'
import { expect, test } from './test'

const SEOGYO = { latitude: 37.5563, longitude: 126.922 }

/** Language and theme are the device's, not its member's. */
const OF_THE_DEVICE = ['gonggu-settings', 'gonggu.theme', 'gonggu.locale']

/** Everything that a browser keeps of this origin for a script to find. */
function kept(page: Page) {
  return page.evaluate(async (devices) => {
    const waiting = await new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open('gonggu')
      opening.onerror = () => reject(new Error('no database'))
      opening.onsuccess = () => {
        const counting = opening.result.transaction('waiting').objectStore('waiting').count()
        counting.onsuccess = () => {
          opening.result.close()
          resolve(counting.result)
        }
      }
    })
    // The first page shows pictures of open deals to anybody.
    const shown = Array.from(document.images, ({ currentSrc }) => currentSrc)
    const pictures = (await (await caches.open('gonggu-pictures')).keys()).filter(
      ({ url }) => !shown.includes(url),
    )
    return {
      waiting,
      pictures: pictures.length,
      caches: (await caches.keys()).filter(
        (name) =>
          name.startsWith('gonggu') && name !== 'gonggu-pictures' && !devices.includes(name),
      ),
      local: Object.keys(localStorage).filter(
        (name) => name.startsWith('gonggu') && !devices.includes(name),
      ),
      session: Object.keys(sessionStorage),
    }
  }, OF_THE_DEVICE)
}

/** Somebody who has left something of every kind on this device. */
async function leaveThings(member: Member, dealId: string) {
  const { page } = member
  /** What stands on the app's icon. */
  let badge = 3
  await page.exposeFunction('putBadge', (count: number) => (badge = count))
  await page.addInitScript(() => {
    const { putBadge } = window as unknown as { putBadge: (count: number) => Promise<void> }
    Object.assign(navigator, { setAppBadge: putBadge, clearAppBadge: () => putBadge(0) })
  })
  await page.goto('/home')
  await page.evaluate(() => localStorage.setItem('gonggu.searched', '["비밀 선물"]'))
  await page.goto('/deals/new')
  await page.getByLabel('무엇을 나눌까요?').fill('아직 비밀')
  await page.routeWebSocket(/\/api\/chat\/socket/, (socket) => void socket.close())
  await page.goto(`/chat/${dealId}`)
  const composer = page.getByRole('textbox', { name: '메시지' })
  await composer.fill('기다리는 말')
  await page.getByRole('button', { name: '보내기', exact: true }).click()
  await expect(page.getByText('연결되면 보내요')).toBeVisible()
  await composer.fill('쓰다 만 말')
  await expect.poll(async () => (await kept(page)).waiting).toBe(1)
  const left = await kept(page)
  expect(left.caches).toContain('gonggu-last-seen')
  expect(left.local.some((name) => name.includes('room-draft'))).toBe(true)
  return { badge: () => badge }
}

for (const way of ['here', 'elsewhere'] as const)
  test(`a session that is ended ${way} leaves nothing to the next neighbour`, async ({
    arrive,
    request,
  }) => {
    const member = await arrive('먼저')
    const { page } = member
    await member.isMember('서교동')
    const [dealId = ''] = await openDeals(request, member, [
      { title: freshName('왕만두'), ...SEOGYO },
    ])
    await letIn(request, await authorized(request, member), dealId)
    await page.goto('/chat')
    await page.getByRole('link', { name: /왕만두/ }).click()
    const { badge } = await leaveThings(member, dealId)

    if (way === 'here') await member.signOut()
    else {
      const headers = await authorized(request, member)
      expect((await request.delete('/api/member/sessions', { headers })).ok()).toBe(true)
      await page.goto('/me')
      await expect(page.getByRole('button', { name: '로그인' })).toBeVisible()
    }

    await expect
      .poll(() => kept(page))
      .toMatchObject({ waiting: 0, pictures: 0, caches: [], local: [], session: [] })
    expect(badge()).toBe(0)

    const next = await arrive('다음', PHONE)
    await next.isMember('서교동')
    await page.goto('/login')
    await page.getByLabel('이메일 또는 별명').fill(next.nickname)
    await page.getByLabel('비밀번호').fill(next.password)
    await page.getByRole('button', { name: '로그인' }).click()
    await expect(page).toHaveURL(/\/home$/)
    await page.goto('/deals/new')
    await expect(page.getByLabel('무엇을 나눌까요?')).toHaveValue('')
    await page.goto('/chat')
    await expect(page.getByText('아직 채팅방이 없어요')).toBeVisible()
  })

test('a newer version is offered, taken only when asked for, and words are kept', async ({
  arrive,
  request,
}, { project }) => {
  const member = await arrive('손님')
  const { page } = member
  await member.isMember('서교동')
  const title = freshName('왕만두')
  const [dealId = ''] = await openDeals(request, member, [{ title, ...SEOGYO }])
  await letIn(request, await authorized(request, member), dealId)
  await keepShell(page)
  await page.goto('/chat')
  await page.getByRole('link', { name: new RegExp(title) }).click()
  await expect(page).toHaveURL(new RegExp(dealId))
  await page.getByRole('textbox', { name: '메시지' }).fill('쓰다 만 말')
  await page.evaluate(() => Object.assign(window, { before: true }))

  // To the browser another script at this scope is another version.
  await page.evaluate(() => navigator.serviceWorker.register('/sw.js?newer', { scope: '/' }))
  await expect(page.getByText('새 버전이 준비됐어요')).toBeVisible()
  await expectAccessible(page)
  await picture(page, `${project.name}-70-newer-version`)
  expect(await page.evaluate(() => 'before' in window)).toBe(true)

  await page.getByRole('button', { name: '지금 바꾸기' }).click()
  await expect.poll(() => page.evaluate(() => 'before' in window).catch(() => true)).toBe(false)
  const controlledBy = () =>
    page.evaluate(() => navigator.serviceWorker.controller?.scriptURL ?? '').catch(() => '')
  await expect.poll(controlledBy).toContain('newer')
  await expect(page.getByRole('textbox', { name: '메시지' })).toHaveValue('쓰다 만 말')
})
