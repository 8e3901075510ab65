import type { Locator, Page } from '@playwright/test'
import { authorized, joinDeal, openDeals, upload } from './deals'
import { DESKTOP, freshName, PHONE } from './member'
import { drawPhotograph } from './pictures'
import { expect, test } from './test'

const SEOGYO = { latitude: 37.5563, longitude: 126.922 }

/**
 * What has the focus is to be seen: outlined (itself, or what stands for it), inside the window, and not
 * under a bar (WCAG 2.2, 2.4.7 and 2.4.11).
 */
async function expectFocusSeen(page: Page) {
  const unseen = () =>
    page.evaluate(() => {
      const focused = document.activeElement
      // Between the last stop and the first one the focus is with the browser's own bars.
      if (!(focused instanceof HTMLElement) || focused === document.body) return ''
      const stands = focused.classList.contains('sr-only')
        ? (focused.closest('label') ?? focused)
        : focused
      const outlined = [
        getComputedStyle(focused),
        getComputedStyle(focused, '::after'),
        ...[focused.nextElementSibling, focused.parentElement].map(
          (element) => element && getComputedStyle(element),
        ),
      ].some((style) => style && style.outlineStyle !== 'none')
      const { left, top, width, height } = stands.getBoundingClientRect()
      const hit = document.elementFromPoint(left + width / 2, top + height / 2)
      if (outlined && (stands.contains(hit) || hit?.contains(stands))) return ''
      const covering = hit ? `under ${hit.outerHTML.slice(0, 120)}` : 'outside the window'
      return `${focused.outerHTML.slice(0, 120)} ${outlined ? covering : 'has no outline'}`
    })
  // A list that is scrolled gently arrives a moment later.
  await expect.poll(unseen).toBe('')
}

/** Goes on by one key until something has the focus; every stop on the way is looked at. */
async function goTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press(key)
    await expectFocusSeen(page)
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`${key} does not lead to ${target.toString()}`)
}

/** A dialog takes the focus, keeps it, gives way to Escape and hands the focus back. */
async function expectModal(page: Page, opener: Locator, dialog: Locator) {
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  /** Past its last stop a browser shows its own bars; the page below is never reached. */
  const inside = (orBrowser: boolean) =>
    dialog.evaluate(
      (element, body) =>
        element.contains(document.activeElement) ||
        (body && document.activeElement === document.body),
      orBrowser,
    )
  expect(await inside(false)).toBe(true)
  for (const key of [...Array<string>(12).fill('Tab'), 'Shift+Tab', 'Shift+Tab']) {
    await page.keyboard.press(key)
    await expectFocusSeen(page)
    expect(await inside(true), key).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(opener).toBeFocused()
}

/** What still moves although less motion is asked for: what is left of one frame does not count. */
async function moving(page: Page) {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > 1)
      .map(({ effect }) => (effect as KeyframeEffect).target?.outerHTML.slice(0, 120)),
  )
}

test('a deal is found, opened and joined by keys alone, and the focus is always in sight', async ({
  arrive,
  request,
}) => {
  const host = await arrive('방장')
  const guest = await arrive('글쇠')
  const title = freshName('자판 쌀')
  await host.isMember()
  const titles = Array.from({ length: 8 }, (_, index) => `${title} ${index + 1}호`)
  await openDeals(
    request,
    host,
    titles.map((each) => ({ title: each, ...SEOGYO })),
  )
  await guest.isMember('서교동')
  const { page } = guest
  const main = page.getByRole('main')

  await test.step('the first stop leads past the bars to the screen itself', async () => {
    await page.goto('/home')
    await expect(page.getByRole('heading', { name: '서교동 공구' })).toBeVisible()
    const skip = page.getByRole('link', { name: '본문으로 건너뛰기' })
    await page.keyboard.press('Tab')
    await expect(skip).toBeFocused()
    await expect(skip).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('Enter')
    await expect(main).toBeFocused()
  })

  await test.step('it is searched for, looked for down and up the list, and opened', async () => {
    await goTo(page, page.getByRole('searchbox', { name: '공구 찾기' }))
    await page.keyboard.type(title)
    await page.keyboard.press('Enter')
    const found = page.getByRole('link', { name: title })
    await expect(found).toHaveCount(titles.length)
    await goTo(page, found.last())
    // On the way up, what lies under the bar at the top comes out from under it.
    await goTo(page, found.first(), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  })

  await test.step('the new screen has the focus, and its name is said', async () => {
    await expect(main).toBeFocused()
    await expect(main).toHaveAccessibleName(`${title} 1호`)
    await expect(page).toHaveTitle(`${title} 1호 · 공구마켓`)
  })

  await test.step('two shares are taken', async () => {
    await goTo(page, page.getByRole('button', { name: '하나 더하기' }))
    await page.keyboard.press('Enter')
    await goTo(page, page.getByRole('button', { name: /참여하기/ }))
    await page.keyboard.press('Enter')
    const confirm = page.getByRole('dialog').getByRole('button', { name: '2몫 참여하기' })
    await goTo(page, confirm)
    await page.keyboard.press('Enter')
    await expect(page.getByText('내 몫 2', { exact: true })).toBeVisible()
    await goTo(page, page.getByRole('link', { name: '채팅방' }))
    await goTo(page, page.getByRole('button', { name: '뒤로' }), 'Shift+Tab')
  })
})

test('what lies over a screen takes the focus, keeps it and gives it back', async ({
  arrive,
  request,
}, { project }) => {
  test.skip(project.name !== 'desktop', 'the focus goes the same ways on every size')
  const host = await arrive('방장', DESKTOP)
  const guest = await arrive('글쇠', DESKTOP)
  await host.isMember()
  const headers = await authorized(request, host)
  const photograph = await drawPhotograph(host.page)
  const images = [
    await upload(request, headers, 'deal', photograph),
    await upload(request, headers, 'deal', photograph),
  ]
  const [joined = '', other = ''] = await openDeals(request, host, [
    { title: freshName('들어간 쌀'), ...SEOGYO, images },
    { title: freshName('다른 쌀'), ...SEOGYO },
  ])
  await guest.isMember('서교동')
  await joinDeal(request, guest, joined)
  const { page } = guest
  const button = (name: string | RegExp) => page.getByRole('button', { name }).first()
  const dialog = page.getByRole('dialog')

  await page.goto('/home')
  await expectModal(page, button('조건'), dialog)
  await page.goto(`/deals/${other}`)
  await expectModal(page, button(/참여하기/), dialog)
  await page.goto(`/deals/${joined}`)
  await expectModal(page, button('나가기'), dialog)
  await expectModal(page, button(/사진 1$/), dialog)

  await button(/사진 1$/).focus()
  await page.keyboard.press('ArrowRight')
  await expect(button(/사진 2$/)).toBeFocused()
  await expectFocusSeen(page)
  await expectModal(page, button(/사진 2$/), dialog)
})

test('who asks for less motion gets none', async ({ arrive, request }, { project }) => {
  test.skip(project.name !== 'phone', 'the same rules hold on every size')
  const member = await arrive('차분이', PHONE)
  await member.isMember('서교동')
  const [dealId = ''] = await openDeals(request, member, [
    { title: freshName('고요한 쌀'), ...SEOGYO },
  ])
  const { page } = member
  await page.emulateMedia({ reducedMotion: 'reduce' })
  // Nothing answers yet: what shows that something is on its way stands still, too.
  const slow = /\/api\/(deal|chat)\//
  await page.route(slow, () => undefined)
  for (const path of ['/home', `/deals/${dealId}`, `/chat/${dealId}`]) {
    await page.goto(path)
    await expect(page.getByRole('main')).not.toBeEmpty()
    expect(await moving(page), `${path}, waiting`).toEqual([])
  }
  await page.unroute(slow)
  for (const path of ['/home', `/deals/${dealId}`, `/chat/${dealId}`]) {
    await page.goto(path)
    await expect(page.getByRole('main')).not.toBeEmpty()
    await expect(page.locator('.skeleton')).toHaveCount(0)
    expect(await moving(page), path).toEqual([])
  }
  await page.goto(`/deals/${dealId}`)
  await page.getByRole('button', { name: '공구 취소' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await moving(page), 'a sheet').toEqual([])
})
