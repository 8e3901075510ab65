import type { Page } from '@playwright/test'
import { joinDeal, openDeals } from './deals'
import { DESKTOP, freshName, PHONE } from './member'
import { picture } from './pictures'
import { keepShell } from './shell'
import { expect, test } from './test'

const SEOGYO = { latitude: 37.5563, longitude: 126.922 }
const NO_ANSWER = '서버와 연결되지 않아요. 인터넷을 확인하고 다시 해 주세요.'
const BROKEN = '서버에 문제가 생겼어요. 잠시 뒤에 다시 해 주세요.'

/** The server cannot be reached for what the page asks of these addresses. */
async function away(page: Page, addresses: RegExp, act: () => Promise<void>) {
  await page.route(addresses, (route) => route.abort('connectionfailed'))
  await act()
  await page.unroute(addresses)
}

/** The server answers that it cannot now, as one that is just starting does. */
async function busy(page: Page, addresses: RegExp, act: () => Promise<void>) {
  await page.route(addresses, (route) => route.fulfill({ status: 503, body: '' }))
  await act()
  await page.unroute(addresses)
}

/** The server does what it is asked once, and the answer is lost on the way. */
async function lostAnswer(page: Page, addresses: RegExp, act: () => Promise<void>) {
  await page.route(addresses, async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  await act()
  await page.unroute(addresses)
}

test('joining waits for the network with the number of shares that was chosen', async ({
  arrive,
  request,
}, { project }) => {
  const host = await arrive('방장')
  const guest = await arrive('이웃')
  await host.isMember()
  const title = freshName('끊긴 쌀')
  const [dealId = ''] = await openDeals(request, host, [{ title, ...SEOGYO }])
  await guest.isMember('서교동')
  const { page } = guest
  await page.goto(`/deals/${dealId}`)
  // While a worker takes the page over, a request may go past what a test puts in its way.
  await keepShell(page)
  await page.getByRole('button', { name: '하나 더하기' }).click()
  await page.getByRole('button', { name: /참여하기/ }).click()
  const dialog = page.getByRole('dialog')
  const join = dialog.getByRole('button', { name: '2몫 참여하기' })

  await test.step('a server that is busy is said, and the question stays', async () => {
    await busy(page, /\/enrollments$/, async () => {
      await join.click()
      await expect(dialog.getByText(BROKEN)).toBeVisible()
    })
  })

  await test.step('so it does without a network, and when the network is back', async () => {
    await guest.context.setOffline(true)
    await join.click()
    await expect(dialog.getByText(NO_ANSWER)).toBeVisible()
    await picture(page, `${project.name}-60-join-unreachable`)
    await guest.context.setOffline(false)
    await expect(page.getByText('마지막으로 본 내용이에요.')).toHaveCount(0)
    await expect(join).toBeVisible()
  })

  await test.step('an answer that is lost takes the shares once', async () => {
    await lostAnswer(page, /\/enrollments$/, async () => {
      await join.click()
      // The deal itself tells that it was done.
      await expect(dialog).toHaveCount(0)
    })
    await expect(page.getByText('내 몫 2', { exact: true })).toBeVisible()
    await page.reload()
    await expect(page.getByText('내 몫 2', { exact: true })).toBeVisible()
  })
})

test('money that is sent while the network fails is sent once', async ({ arrive, request }) => {
  const host = await arrive('방장')
  const guest = await arrive('이웃')
  await host.isMember()
  const [dealId = ''] = await openDeals(request, host, [{ title: freshName('쌀'), ...SEOGYO }])
  await guest.isMember()
  await joinDeal(request, guest, dealId)
  const { page } = guest

  await test.step('a charge', async () => {
    await page.goto('/wallet')
    await keepShell(page)
    await page.getByRole('button', { name: '채우기', exact: true }).click()
    const dialog = page.getByRole('dialog')
    const charge = dialog.getByRole('button', { name: '지갑 채우기' })
    // More than half of what the bank holds: if it went, the rest is less.
    await dialog.getByLabel('금액').fill('60000')
    await away(page, /\/charges$/, async () => {
      await charge.click()
      await expect(dialog.getByText(NO_ANSWER)).toBeVisible()
    })
    await expect(dialog.getByLabel('금액')).toHaveValue('60,000')
    await lostAnswer(page, /\/charges$/, async () => {
      await charge.click()
      await expect(dialog.getByText(NO_ANSWER)).toBeVisible()
    })
    await charge.click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByTestId('balance')).toHaveText('60,000원')
  })

  await test.step('a remittance', async () => {
    await page.goto(`/wallet/remit?to=${encodeURIComponent(host.nickname)}`)
    await page.getByLabel('보낼 금액').fill('7000')
    await page.getByLabel('메모').fill('두 몫 값이에요')
    await page.getByRole('button', { name: '다음' }).click()
    const ask = page.getByRole('heading', { name: `${host.nickname}님에게 7,000원을 보낼까요?` })
    const send = page.getByRole('button', { name: '보내기', exact: true })
    await busy(page, /\/remittances$/, async () => {
      await send.click()
      await expect(page.getByText(BROKEN)).toBeVisible()
    })
    await lostAnswer(page, /\/remittances$/, async () => {
      await send.click()
      await expect(page.getByText(NO_ANSWER)).toBeVisible()
    })
    await expect(ask).toBeVisible()
    await expect(page.getByText('두 몫 값이에요')).toBeVisible()
    await send.click()
    await expect(
      page.getByRole('heading', { name: `${host.nickname}님에게 7,000원을 보냈어요` }),
    ).toBeVisible()
    await page.goto('/wallet')
    await expect(page.getByTestId('balance')).toHaveText('53,000원')
  })
})

test('what is written about oneself stays while nobody answers', async ({ arrive }) => {
  const member = await arrive('갈이')
  const { page } = member
  await member.isMember()
  const nickname = freshName('새이름')

  await test.step('name and password', async () => {
    await page.goto('/me/account')
    await page.getByLabel('별명').fill(nickname)
    await page.getByLabel('현재 비밀번호').first().fill(member.password)
    await away(page, /\/members\/me$/, async () => {
      await page.getByRole('button', { name: '저장하기' }).click()
      await expect(page.getByText(NO_ANSWER)).toBeVisible()
    })
    await expect(page.getByLabel('별명')).toHaveValue(nickname)
    await expect(page.getByLabel('현재 비밀번호').first()).toHaveValue(member.password)
    await page.getByRole('button', { name: '저장하기' }).click()
    await expect(page.getByText('저장했어요.')).toBeVisible()
  })

  await test.step('a word to be told of', async () => {
    await page.goto('/me/keywords')
    const word = page.getByRole('textbox')
    await word.fill('햇감자')
    await busy(page, /\/keywords/, async () => {
      await page.getByRole('button', { name: '추가' }).click()
      await expect(page.getByText(BROKEN)).toBeVisible()
    })
    await expect(word).toHaveValue('햇감자')
    await page.getByRole('button', { name: '추가' }).click()
    await expect(page.getByRole('listitem').getByText('햇감자', { exact: true })).toBeVisible()
  })
})

test('a page that could not fetch what keeps it up to date is whole again at the next screen', async ({
  arrive,
  browser,
  request,
}, { project }) => {
  const device = project.name === 'phone' ? PHONE : DESKTOP
  const host = await arrive('방장')
  const guest = await arrive('이웃')
  await host.isMember()
  await guest.isMember()
  const [dealId = ''] = await openDeals(request, host, [{ title: freshName('소식 쌀'), ...SEOGYO }])
  // A page without the worker that would have the file already.
  const context = await browser.newContext({ ...device, serviceWorkers: 'block' })
  await context.addCookies(await host.context.cookies())
  const page = await context.newPage()
  await page.addInitScript(() => localStorage.setItem('gonggu.session', '1'))
  const lost = page.waitForEvent('requestfailed', (asked) => asked.url().includes('/assets/live-'))
  await page.route(/\/assets\/live-.*\.js/, (route) => route.abort('connectionreset'), { times: 1 })
  await page.goto('/home')
  await lost
  await page.getByRole('link', { name: '내 공구' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '내 공구' })).toBeVisible()
  await joinDeal(request, guest, dealId)
  await expect(page.getByRole('link', { name: '새 알림 1개' })).toBeVisible()
  for (const each of [host.context, guest.context, context]) await each.close()
})
