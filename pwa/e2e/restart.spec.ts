import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { joinDeal, openDeals } from './deals'
import { DESKTOP, freshName, PHONE } from './member'
import { expect, test } from './test'

/** Where this test and the one that runs it lay a file each when it is the other's turn. */
const folder = process.env.RESTART_SIGNALS ?? ''

const SEOGYO = { latitude: 37.5563, longitude: 126.922 }

const log = (page: Page) => page.getByRole('log')

async function write(page: Page, text: string) {
  await page.getByRole('textbox', { name: '메시지' }).fill(text)
  await page.getByRole('button', { name: '보내기', exact: true }).click()
}

/** Asks for something to be done with the market, and waits until it is. */
async function ask(what: 'end' | 'start') {
  writeFileSync(join(folder, what), '')
  await expect.poll(() => existsSync(join(folder, `${what}.done`)), { timeout: 120_000 }).toBe(true)
}

test('two neighbours chat while the market is ended and started again', async ({
  arrive,
  request,
}, { project }) => {
  test.skip(folder === '', 'The market under test may not be ended.')
  test.skip(project.name === 'desktop', 'Once is enough; both sizes are on stage.')
  const host = await arrive('방장', DESKTOP)
  const joiner = await arrive('이웃', PHONE)
  for (const member of [host, joiner]) {
    await member.isMember('서교동')
  }
  const [dealId = ''] = await openDeals(request, host, [{ title: freshName('수다'), ...SEOGYO }])
  await joinDeal(request, joiner, dealId)
  const pages = [host.page, joiner.page]
  for (const page of pages) await page.goto(`/chat/${dealId}`)
  await write(host.page, '먼저 한 말')
  await expect(log(joiner.page).getByText('먼저 한 말')).toBeVisible()

  await ask('end')
  for (const page of pages) await expect(page.getByText(/연결이 끊겨|연결하는 중/)).toBeVisible()
  await write(host.page, '방장이 그 사이에')
  await write(joiner.page, '이웃이 그 사이에')
  for (const page of pages) await expect(page.getByText('연결되면 보내요')).toBeVisible()
  await ask('start')

  const all = ['먼저 한 말', '방장이 그 사이에', '이웃이 그 사이에', '다시 한 말']
  for (const page of pages)
    await expect(page.getByText('연결되면 보내요')).toBeHidden({ timeout: 60_000 })
  await write(joiner.page, '다시 한 말')
  for (const page of pages)
    for (const text of all) await expect(log(page).getByText(text)).toHaveCount(1)
  for (const page of pages) {
    await page.reload()
    for (const text of all) await expect(log(page).getByText(text)).toHaveCount(1)
  }
})
