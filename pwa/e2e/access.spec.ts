import { picture } from './pictures'
import { expect, test } from './test'

test('a wrong password is said beside the field and signs nobody in', async ({ arrive }, {
  project,
}) => {
  const member = await arrive('헷갈림')
  const { page } = member
  await member.signUp()
  await member.signOut()

  await page.goto('/login')
  await page.getByLabel('이메일 또는 별명').fill(member.nickname)
  await page.getByLabel('비밀번호').fill('not the password')
  await page.getByRole('button', { name: '글자 보기' }).click()
  await expect(page.getByLabel('비밀번호')).toHaveAttribute('type', 'text')
  await page.getByRole('button', { name: '글자 보기' }).click()
  await expect(page.getByLabel('비밀번호')).toHaveAttribute('type', 'password')
  await page.getByRole('button', { name: '로그인' }).click()

  await expect(page.getByLabel('비밀번호')).toHaveAccessibleDescription(
    '이메일(별명) 또는 비밀번호가 맞지 않아요.',
  )
  await expect(page).toHaveURL(/\/login/)
  await picture(page, `${project.name}-20-wrong-password`)
})

test('who is not signed in comes back to where they were going', async ({ arrive }) => {
  const member = await arrive('돌아옴')
  const { page } = member
  await member.signUp()
  await member.signOut()

  await page.goto('/wallet')
  await expect(page).toHaveURL(/\/login\?to=/)
  await page.getByLabel('이메일 또는 별명').fill(member.email)
  await page.getByLabel('비밀번호').fill(member.password)
  await page.getByRole('button', { name: '로그인' }).click()
  await expect(page).toHaveURL(/\/wallet$/)
})

test('a member stays signed in over a reload, and signing out reaches the other tab', async ({
  arrive,
}) => {
  const member = await arrive('두탭')
  await member.signUp()
  await member.page.reload()
  await expect(member.page.getByRole('heading', { name: '어느 동네에 사세요?' })).toBeVisible()

  const second = await member.context.newPage()
  await second.goto('/me')
  await expect(second.getByText(member.nickname)).toBeVisible()
  await member.signOut()
  await expect(second.getByRole('link', { name: '가입하기' })).toBeVisible()
})

test('a taken nickname is said beside the field', async ({ arrive }) => {
  const first = await arrive('먼저')
  await first.signUp()
  const second = await arrive('나중')
  const { page } = second
  await page.goto('/sign-up')
  await page.getByLabel('이메일').fill(second.email)
  await page.getByLabel('별명').fill(first.nickname)
  await page.getByLabel('비밀번호').fill(second.password)
  await page.getByRole('button', { name: '가입하고 시작하기' }).click()
  await expect(page.getByLabel('별명')).toHaveAccessibleDescription(/다른 이웃이 쓰는 별명/)
})

test('a press on the button counts, though the field that is left by it has an error', async ({
  arrive,
}, { project }) => {
  const phone = project.name === 'phone'
  const member = await arrive('급한이')
  const { page } = member
  await page.goto('/sign-up')
  await page.getByLabel('이메일').fill('주소가 아님')
  await expect(page.getByLabel('이메일')).toBeFocused()
  const button = page.getByRole('button', { name: '가입하고 시작하기' })
  const box = await button.boundingBox()
  if (!box) throw new Error('The button is not there.')
  const [x, y] = [box.x + box.width / 2, box.y + 4]
  if (phone) await page.touchscreen.tap(x, y)
  else await page.mouse.click(x, y, { delay: 80 })
  await expect(page.getByLabel('이메일')).toHaveAccessibleDescription(/이메일 주소를 확인/)
  await expect(page.getByLabel('별명')).toHaveAccessibleDescription(/2~20자까지 지어/)
})

test('accounts to try the market with are offered where there are some, and nowhere else', async ({
  arrive,
}) => {
  const member = await arrive('체험')
  const { page } = member
  await member.signUp()
  await member.moveTo('서교동')
  await member.signOut()
  const offered: { nickname: string; password: string }[] = []
  await page.route('**/api/member/demo-accounts', (route) =>
    route.fulfill({ json: { items: offered } }),
  )
  const [none] = await Promise.all([page.waitForResponse(/demo-accounts/), page.goto('/login')])
  await none.finished()
  await expect(page.getByRole('button', { name: '로그인' })).toBeVisible()
  await expect(page.getByRole('button', { name: /님으로 들어가기/ })).toHaveCount(0)

  offered.push({ nickname: member.nickname, password: member.password })
  await page.reload()
  await page.getByRole('button', { name: `${member.nickname}님으로 들어가기` }).click()
  await expect(page).toHaveURL(/\/home$/)
})
