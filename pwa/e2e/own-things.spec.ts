import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { DESKTOP, freshName, PHONE } from './member'
import { picture } from './pictures'
import { expect, test } from './test'

async function open(page: Page, title: string, category: string, price: string) {
  await page.goto('/deals/new')
  await page.getByLabel('무엇을 나눌까요?').fill(title)
  await page.getByLabel('분류').selectOption({ label: category })
  await page.getByLabel('소개', { exact: true }).fill('반씩 나눠요.')
  await page.getByLabel('받는 곳 이름').fill('서교동 주민센터 앞')
  await page.getByLabel('전체 값').fill(price)
  await page.getByRole('button', { name: '공구 열기' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

test('a host finds, changes and cancels a deal', async ({ arrive }, { project }) => {
  const size = project.name
  const host = await arrive('방장')
  const { page } = host
  const word = freshName('왕만두')
  await host.isMember('서교동')
  await open(page, `냉동 ${word} 네 봉지`, '가공식품·간식', '40000')
  await open(page, `${word} 찜기`, '주방용품', '80000')

  await test.step('words are found inside words, and filters say what they leave', async () => {
    await page.goto('/home')
    await page.getByRole('searchbox', { name: '공구 찾기' }).fill(word)
    await page.getByRole('searchbox', { name: '공구 찾기' }).press('Enter')
    await expect(page.getByText(`‘${word}’ 찾은 결과`)).toBeVisible()
    await expect(page.getByRole('link', { name: word })).toHaveCount(2)
    await page.getByRole('button', { name: '조건' }).click()
    await page.getByText('주방용품', { exact: true }).click()
    await expect(page.getByRole('button', { name: '1개 보기' })).toBeVisible()
    await expectAccessible(page)
    await picture(page, `${size}-20-filter`)
    await page.getByRole('button', { name: '1개 보기' }).click()
    await expect(page.getByRole('link', { name: word })).toHaveCount(1)
    await expect(page.getByRole('link', { name: `${word} 찜기` })).toBeVisible()
    await picture(page, `${size}-21-found`)
    await page.getByRole('button', { name: '조건' }).click()
    await page.getByLabel('한 몫 값 최소').fill('900000')
    await page.getByLabel('최대').fill('1000')
    await expect(page.getByText('최소보다 작을 수 없어요.')).toBeVisible()
    await page.getByRole('button', { name: '결과 보기' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.getByLabel('최대').fill('')
    await page.getByRole('button', { name: '0개 보기' }).click()
    await expect(page.getByText('찾는 공구가 없어요')).toBeVisible()
    await page.getByRole('button', { name: '모두 보기' }).first().click()
    await expect(
      page.getByRole('list', { name: '최근에 찾은 말' }).getByText(word).first(),
    ).toBeVisible()
  })

  await test.step('the host changes it', async () => {
    await page.getByRole('searchbox', { name: '공구 찾기' }).fill(`${word} 찜기`)
    await page.getByRole('searchbox', { name: '공구 찾기' }).press('Enter')
    await page.getByRole('link', { name: `${word} 찜기` }).click()
    await page.getByRole('link', { name: '고치기' }).click()
    await expect(page.getByLabel('전체 값')).toHaveValue('80,000')
    await page.getByLabel('전체 값').fill('60000')
    await page.getByLabel('무엇을 나눌까요?').fill(`${word} 큰 찜기`)
    await page.getByRole('button', { name: '저장하기' }).click()
    await expect(page.getByRole('heading', { level: 1, name: `${word} 큰 찜기` })).toBeVisible()
    await expect(page.getByText('15,000원').first()).toBeVisible()
  })

  await test.step('and cancels it with a reason that everyone can read', async () => {
    await page.getByRole('button', { name: '공구 취소' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('button', { name: '공구 취소' })).toBeDisabled()
    await dialog.getByLabel('취소하는 이유').fill('판매처 품절')
    await dialog.getByRole('button', { name: '공구 취소' }).click()
    await expect(page.getByText('취소된 이유: 판매처 품절')).toBeVisible()
    await expect(page.getByRole('link', { name: '고치기' })).toHaveCount(0)
    await picture(page, `${size}-22-cancelled`)
  })
})

test('a member keeps the account in order', async ({ arrive, browser }, { project }) => {
  const size = project.name
  const member = await arrive('살림꾼')
  const { page } = member
  await member.isMember('서교동')

  await test.step('keywords', async () => {
    await page.goto('/me')
    await page.getByRole('link', { name: '키워드 알림' }).click()
    await page.getByRole('textbox', { name: '키워드' }).fill('감귤')
    await page.getByRole('button', { name: '추가' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: '감귤' })).toBeVisible()
    await page.getByRole('textbox', { name: '키워드' }).fill('감귤')
    await expect(page.getByText('이미 있는 키워드예요.')).toBeVisible()
    await expectAccessible(page)
    await picture(page, `${size}-23-keywords`)
  })

  const other = await browser.newContext(PHONE)
  const elsewhere = await other.newPage()
  await test.step('another device is seen', async () => {
    await elsewhere.goto('/login')
    await elsewhere.getByLabel('이메일 또는 별명').fill(member.email)
    await elsewhere.getByLabel('비밀번호').fill(member.password)
    await elsewhere.getByRole('button', { name: '로그인' }).click()
    await expect(elsewhere).toHaveURL(/\/home$/)
    await page.goto('/me/devices')
    await expect(page.getByText('이 기기', { exact: true })).toBeVisible()
    await expect(page.getByRole('button', { name: /^로그아웃/ })).toHaveCount(1)
    await expectAccessible(page)
    await picture(page, `${size}-24-devices`)
  })

  await test.step('a wrong password changes nothing', async () => {
    await page.goto('/me/account')
    await page.getByLabel('별명').fill(freshName('새이름'))
    await page.getByLabel('현재 비밀번호').first().fill('not this one')
    await page.getByRole('button', { name: '저장하기' }).click()
    await expect(page.getByText('현재 비밀번호가 맞지 않아요.')).toBeVisible()
    await expectAccessible(page)
    await picture(page, `${size}-25-account`)
  })

  await test.step('a new password ends the other device', async () => {
    await page.getByLabel('현재 비밀번호').last().fill(member.password)
    await page.getByLabel('새 비밀번호').fill('mandarin')
    await expect(page.getByText('추측하기 쉬워요')).toBeVisible()
    await page.getByLabel('새 비밀번호').fill('seventeen mandarins')
    await expect(page.getByText('튼튼해요')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: '비밀번호 바꾸기' }).click()
    await expect(page.getByText('비밀번호를 바꿨어요.')).toBeVisible()
    await elsewhere.reload()
    await expect(elsewhere.getByRole('link', { name: '로그인' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: '비밀번호 바꾸기' })).toBeVisible()
  })
  await other.close()
})

test('a theme stays chosen, a lost device is signed out, and who leaves is gone', async ({
  arrive,
  browser,
}) => {
  const member = await arrive('떠날이')
  const { page } = member
  await member.isMember('서교동')

  await test.step('dark, whatever the device says', async () => {
    await page.goto('/me')
    await page.getByRole('button', { name: '어둡게' }).click()
    const paper = () => page.evaluate(() => getComputedStyle(document.body).colorScheme)
    await expect.poll(paper).toBe('dark')
    await page.reload()
    await expect(page.getByRole('button', { name: '어둡게' })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    expect(await paper()).toBe('dark')
    await page.getByRole('button', { name: '기기 따라' }).click()
    await expect.poll(paper).toBe('light dark')
  })

  await test.step('one device is ended, this one stays', async () => {
    const other = await browser.newContext(DESKTOP)
    const elsewhere = await other.newPage()
    await elsewhere.goto('/login')
    await elsewhere.getByLabel('이메일 또는 별명').fill(member.nickname)
    await elsewhere.getByLabel('비밀번호').fill(member.password)
    await elsewhere.getByRole('button', { name: '로그인' }).click()
    await expect(elsewhere).toHaveURL(/\/home$/)
    await page.goto('/me/devices')
    await page.getByRole('button', { name: /^로그아웃/ }).click()
    await expect(page.getByText('로그아웃했어요.')).toBeVisible()
    await expect(page.getByRole('button', { name: /^로그아웃/ })).toHaveCount(0)
    await elsewhere.reload()
    await expect(elsewhere.getByRole('link', { name: '로그인' })).toBeVisible()
    await page.reload()
    await expect(page.getByText('이 기기', { exact: true })).toBeVisible()
    await other.close()
  })

  await test.step('leaving asks for the password, and then nobody signs in any more', async () => {
    await page.goto('/me/account')
    await page.getByRole('button', { name: '탈퇴하기' }).click()
    const dialog = page.getByRole('dialog', { name: '정말 떠나시나요?' })
    await expect(dialog.getByRole('button', { name: '모두 지우고 떠나기' })).toBeDisabled()
    await dialog.getByLabel('현재 비밀번호').fill('not this one')
    await dialog.getByRole('button', { name: '모두 지우고 떠나기' }).click()
    await expect(dialog.getByText('현재 비밀번호가 맞지 않아요.')).toBeVisible()
    await expectAccessible(page)
    await dialog.getByLabel('현재 비밀번호').fill(member.password)
    await dialog.getByRole('button', { name: '모두 지우고 떠나기' }).click()
    await expect(page.getByText('탈퇴했어요. 그동안 함께해 주셔서 고마워요.')).toBeVisible()
    await expect(page.getByRole('link', { name: '가입하기' })).toBeVisible()
    await page.goto('/login')
    await page.getByLabel('이메일 또는 별명').fill(member.nickname)
    await page.getByLabel('비밀번호').fill(member.password)
    await page.getByRole('button', { name: '로그인' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(page).toHaveURL(/\/login/)
  })
})
