import { expectAccessible } from './accessible'
import { authorized, openDeals } from './deals'
import { freshName } from './member'
import { picture } from './pictures'
import { expect, test } from './test'

/** Somewhere in the country where no run has opened a deal yet, and two kilometres north of there. */
function nowhere() {
  const far = { latitude: 35 + Math.random() * 2.5, longitude: 127.6 + Math.random() }
  return { far, beyond: { ...far, latitude: far.latitude + 0.018 } }
}

test('where nothing is found one looks further, and is told when something comes', async ({
  arrive,
  request,
}, { project }) => {
  const member = await arrive('기다림')
  const host = await arrive('방장')
  const { page } = member
  const { far, beyond } = nowhere()
  await host.isMember()
  await member.isMember()
  const headers = await authorized(request, member)
  const moved = await request.put('/api/member/members/me/neighbourhood', {
    headers,
    data: { ...far, label: '이도동', radiusMeters: 500 },
  })
  expect(moved.ok(), await moved.text()).toBe(true)
  const word = freshName('귤')

  await test.step('an empty neighbourhood says what to do', async () => {
    await page.goto('/home')
    await expect(page.getByRole('heading', { name: '이도동 공구' })).toBeVisible()
    await expect(page.getByText('아직 열린 공구가 없어요')).toBeVisible()
    const main = page.getByRole('main')
    await expect(main.getByRole('link', { name: '공구 열기' })).toBeVisible()
    await expectAccessible(page)
    await picture(page, `${project.name}-66-home-empty`)
  })

  await test.step('a word that nothing has becomes a word to be told of', async () => {
    await page.getByRole('searchbox', { name: '공구 찾기' }).fill(word)
    await page.getByRole('searchbox', { name: '공구 찾기' }).press('Enter')
    await page.getByRole('link', { name: '열리면 알려 주기' }).click()
    await expect(page.getByRole('textbox', { name: '키워드' })).toHaveValue(word)
    await page.getByRole('button', { name: '추가' }).click()
    await expect(page.getByRole('listitem').getByText(word, { exact: true })).toBeVisible()
  })

  await test.step('and the bell tells of it when a neighbour opens it', async () => {
    await openDeals(request, host, [{ title: `제주 ${word}`, ...far }])
    await page.goto('/inbox')
    await expect(page.getByRole('main').getByText(`제주 ${word}`)).toBeVisible()
  })

  await test.step('further away, step by step', async () => {
    await openDeals(request, host, [{ title: `먼 ${word}`, ...beyond }])
    await page.goto('/home')
    await page.getByRole('searchbox', { name: '공구 찾기' }).fill(`먼 ${word}`)
    await page.getByRole('searchbox', { name: '공구 찾기' }).press('Enter')
    await expect(page.getByText('찾는 공구가 없어요')).toBeVisible()
    await page.getByRole('button', { name: '1km까지 넓히기' }).click()
    await page.getByRole('button', { name: '2km까지 넓히기' }).click()
    await page.getByRole('button', { name: '3km까지 넓히기' }).click()
    await expect(page.getByRole('link', { name: `먼 ${word}` })).toBeVisible()
  })
})
