import {
  expect,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test'
import { DONGS } from '../src/place/seoul'

export const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
}
export const DESKTOP = { viewport: { width: 1280, height: 800 } }

/** Files run beside each other: each worker counts from a place of its own. */
let made = 648 * Number(process.env.TEST_PARALLEL_INDEX ?? 0)

/** A name that no earlier run used: the market under test may keep its data. */
export function freshName(root: string): string {
  made++
  return `${root}_${Date.now().toString(36)}${made.toString(36)}`
}

/** Somebody with a browser of their own. */
export class Member {
  readonly nickname: string
  readonly email: string
  readonly password = 'sixteen mandarins'

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    root: string,
  ) {
    this.nickname = freshName(root)
    this.email = `${freshName('neighbour')}@example.com`
  }

  static async arrive(
    browser: Browser,
    root: string,
    device: BrowserContextOptions,
  ): Promise<Member> {
    const context = await browser.newContext(device)
    const page = await context.newPage()
    const member = new Member(context, page, root)
    page.on('pageerror', (error) => {
      throw error
    })
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) throw new Error(message.text())
    })
    return member
  }

  async signUp() {
    const { page } = this
    await page.goto('/')
    await page.getByRole('link', { name: '가입하기' }).click()
    await page.getByLabel('이메일').fill(this.email)
    await page.getByLabel('별명').fill(this.nickname)
    await page.getByLabel('비밀번호').fill(this.password)
    await page.getByRole('button', { name: '가입하고 시작하기' }).click()
    await expect(page.getByRole('heading', { name: '어느 동네에 사세요?' })).toBeVisible()
  }

  /**
   * Signed up and signed in without the screens for it, which `signUp` and `moveTo` drive where they are
   * the matter: each of a hundred members would load them anew. With a neighbourhood the member ends at
   * home, without one on no screen yet.
   */
  async isMember(dong?: string) {
    const { page, email, nickname, password } = this
    const { request } = this.context
    const joined = await request.post('/api/member/members', {
      data: { email, nickname, password },
    })
    expect(joined.status(), await joined.text()).toBe(201)
    const session = await request.post('/api/member/sessions', {
      data: { login: nickname, password },
    })
    expect(session.ok()).toBe(true)
    // A document of this origin that is no screen: the app finds a session here when it starts.
    await page.goto('/settings.json')
    await page.evaluate(() => localStorage.setItem('gonggu.session', '1'))
    if (dong === undefined) return
    const place = DONGS.find(({ name }) => name === dong)
    if (place === undefined) throw new Error(`${dong} is not on the list`)
    const { accessToken } = (await session.json()) as { accessToken: string }
    const moved = await request.put('/api/member/members/me/neighbourhood', {
      headers: { Authorization: `Bearer ${accessToken}` },
      data: {
        latitude: place.latitude,
        longitude: place.longitude,
        label: dong,
        radiusMeters: 3000,
      },
    })
    expect(moved.ok(), await moved.text()).toBe(true)
    await page.goto('/home')
    await expect(page.getByRole('heading', { name: `${dong} 공구` })).toBeVisible()
  }

  async signIn() {
    const { page } = this
    await page.goto('/login')
    await page.getByLabel('이메일 또는 별명').fill(this.nickname)
    await page.getByLabel('비밀번호').fill(this.password)
    await page.getByRole('button', { name: '로그인' }).click()
    await expect(page).toHaveURL(/\/home$/)
  }

  async signOut() {
    const { page } = this
    await page.goto('/me')
    await page.getByRole('button', { name: '로그아웃' }).click()
    await expect(page.getByRole('link', { name: '가입하기' })).toBeVisible()
  }

  /** Chooses a neighbourhood from the list. */
  async moveTo(dong: string) {
    await this.page.goto('/neighbourhood')
    await this.page.getByLabel('동네 고르기').selectOption({ label: dong })
    await this.settle(dong)
  }

  /** Says where the device is. */
  async moveHere(dong: string) {
    await this.page.goto('/neighbourhood')
    await this.page.getByRole('button', { name: '지금 위치로' }).click()
    await this.settle(dong)
  }

  private async settle(dong: string) {
    const { page } = this
    await expect(page.getByLabel('동네 이름')).toHaveValue(dong)
    await page.getByRole('button', { name: '이 동네로 정하기' }).click()
    await expect(page.getByRole('heading', { name: `${dong} 공구` })).toBeVisible()
  }
}
