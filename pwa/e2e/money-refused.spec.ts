import { expectAccessible } from './accessible'
import { freshName } from './member'
import { picture } from './pictures'
import { expect, test } from './test'

test('money that cannot go says why, and nothing moves', async ({ arrive }, { project }) => {
  const member = await arrive('알뜰')
  const host = await arrive('방장')
  const { page } = member
  await host.isMember()
  await member.isMember()
  const dialog = page.getByRole('dialog')
  const balance = page.getByTestId('balance')

  await test.step('more than the bank has', async () => {
    await page.goto('/wallet')
    await page.getByRole('button', { name: '채우기', exact: true }).click()
    await dialog.getByRole('button', { name: '지갑 채우기' }).click()
    await expect(dialog.getByText('1원 이상 적어 주세요.')).toBeVisible()
    await dialog.getByLabel('금액').fill('100001')
    await dialog.getByRole('button', { name: '지갑 채우기' }).click()
    await expect(dialog.getByText('연습용 은행 계좌에 있는 100,000원보다 많아요.')).toBeVisible()
    await expect(dialog.getByLabel('금액')).toBeFocused()
    await expectAccessible(page)
    await picture(page, `${project.name}-64-charge-refused`)
    await dialog.getByLabel('금액').fill('5000')
    await dialog.getByRole('button', { name: '지갑 채우기' }).click()
    await expect(balance).toHaveText('5,000원')
  })

  await test.step('more than the wallet has', async () => {
    await page.getByRole('button', { name: '출금', exact: true }).click()
    await dialog.getByLabel('금액').fill('5001')
    await dialog.getByRole('button', { name: '은행으로 출금하기' }).click()
    await expect(dialog.getByText('쓸 수 있는 돈 5,000원보다 많아요.')).toBeVisible()
    await expect(dialog.getByLabel('금액')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(balance).toHaveText('5,000원')
  })

  const to = page.getByLabel('받는 이웃의 별명')
  const amount = page.getByLabel('보낼 금액')
  const next = page.getByRole('button', { name: '다음' })
  await test.step('to nobody, to oneself and to somebody who is not there', async () => {
    await page.goto('/wallet/remit')
    await next.click()
    await expect(page.getByText('받는 이웃의 별명을 적어 주세요.')).toBeVisible()
    await expect(to).toBeFocused()
    await to.fill(member.nickname)
    await amount.fill('1000')
    await next.click()
    await expect(page.getByText('나에게는 보낼 수 없어요.')).toBeVisible()
    await to.fill(freshName('없는이'))
    await next.click()
    await expect(page.getByText('그런 별명을 쓰는 이웃이 없어요.')).toBeVisible()
    await expect(to).toBeFocused()
    await expect(amount).toHaveValue('1,000')
    await expectAccessible(page)
    await picture(page, `${project.name}-65-remit-nobody`)
  })

  await test.step('too much: the wallet is filled on the way', async () => {
    await to.fill(host.nickname)
    await amount.fill('8000')
    await next.click()
    await expect(page.getByText('쓸 수 있는 돈 5,000원보다 많아요.')).toBeVisible()
    await page.getByRole('button', { name: '지갑 먼저 채우기' }).click()
    await dialog.getByLabel('금액').fill('3000')
    await dialog.getByRole('button', { name: '지갑 채우기' }).click()
    await expect(dialog).toHaveCount(0)
    await next.click()
    await page.getByRole('button', { name: '보내기', exact: true }).click()
    await expect(
      page.getByRole('heading', { name: `${host.nickname}님에게 8,000원을 보냈어요` }),
    ).toBeVisible()
    await page.goto('/wallet')
    await expect(balance).toHaveText('0원')
  })
})
