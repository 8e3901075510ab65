import { expectAccessible } from './accessible'
import { picture } from './pictures'
import { expect, test } from './test'

test('a member finds a movement in the history again', async ({ arrive }, { project }) => {
  const size = project.name
  const member = await arrive('알뜰')
  const { page } = member
  await member.isMember()
  const rows = page.getByRole('main').getByRole('listitem')

  await test.step('charges and returns some of it', async () => {
    await page.goto('/wallet')
    for (const [act, confirm, won] of [
      ['채우기', '지갑 채우기', '30000'],
      ['채우기', '지갑 채우기', '5000'],
      ['출금', '은행으로 출금하기', '12000'],
    ] as const) {
      await page.getByRole('button', { name: act, exact: true }).click()
      await page.getByRole('dialog').getByLabel('금액').fill(won)
      await page.getByRole('dialog').getByRole('button', { name: confirm }).click()
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await expect(page.getByTestId('balance')).toHaveText('23,000원')
    await expect(rows).toHaveCount(3)
    await expect(page.getByText('들어온 돈 35,000원 · 나간 돈 12,000원')).toBeVisible()
    await picture(page, `${size}-40-wallet-months`)
  })

  await test.step('days that contradict each other are said beside the field', async () => {
    await page.getByRole('button', { name: '조건' }).click()
    const sheet = page.getByRole('dialog', { name: '내역 골라 보기' })
    await sheet.getByLabel('시작일').fill('2026-02-01')
    await sheet.getByLabel('종료일').fill('2026-01-01')
    await sheet.getByRole('button', { name: '결과 보기' }).click()
    await expect(sheet.getByText('종료일이 시작일보다 앞이에요.')).toBeVisible()
    await expectAccessible(page)
    await picture(page, `${size}-41-wallet-filter`)
    await sheet.getByRole('button', { name: '초기화' }).click()
    await sheet.getByLabel('종류').selectOption({ label: '지갑 채움' })
    await sheet.getByLabel('순서').selectOption({ label: '금액이 큰 순' })
    await sheet.getByRole('button', { name: '결과 보기' }).click()
  })

  await test.step('the choice is in the address and outlives a reload', async () => {
    await expect(rows).toHaveCount(2)
    await expect(rows.first()).toContainText('+30,000원')
    await page.reload()
    await expect(rows).toHaveCount(2)
    await page.getByRole('button', { name: '나간 돈' }).click()
    await expect(page.getByText('고른 조건에 맞는 내역이 없어요')).toBeVisible()
    await page.getByRole('button', { name: '모두 보기' }).click()
    await expect(rows).toHaveCount(3)
    await expectAccessible(page)
  })
})
