import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AccessTokens, authorizedFetch, type Grant } from './access-tokens'

/** One browser: its tabs share a channel, locks and the refresh cookie. */
class Browser {
  private readonly listeners = new Set<{
    owner: object
    listener: (event: { data: unknown }) => void
  }>()
  private readonly held = new Map<string, Promise<unknown>>()
  now = 1_000_000
  /** What the server says to each refresh. */
  refresh = vi.fn<() => Promise<Grant | null>>()

  grant(name: string, lifetime = 600_000): Grant {
    return { accessToken: name, expiresAt: this.now + lifetime }
  }

  tab(): AccessTokens {
    const owner = {}
    const channel = {
      postMessage: (data: unknown) => {
        for (const entry of this.listeners)
          if (entry.owner !== owner) queueMicrotask(() => entry.listener({ data }))
      },
      addEventListener: (_type: string, listener: (event: { data: unknown }) => void) => {
        this.listeners.add({ owner, listener })
      },
    }
    const locks = {
      request: async (
        name: string,
        optionsOrCallback: unknown,
        maybeCallback?: (lock: unknown) => Promise<unknown>,
      ) => {
        const callback = (maybeCallback ?? optionsOrCallback) as (lock: unknown) => Promise<unknown>
        const options = (maybeCallback ? optionsOrCallback : {}) as { ifAvailable?: boolean }
        const before = this.held.get(name)
        if (before && options.ifAvailable) return callback(null)
        const mine = (async () => {
          await before?.catch(() => undefined)
          return callback({ name })
        })()
        this.held.set(name, mine)
        try {
          return await mine
        } finally {
          if (this.held.get(name) === mine) this.held.delete(name)
        }
      },
    }
    return new AccessTokens({
      refresh: () => this.refresh(),
      channel: channel as never,
      locks: locks as never,
      now: () => this.now,
    })
  }
}

let browser: Browser

beforeEach(() => {
  vi.useFakeTimers()
  browser = new Browser()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('the access token', () => {
  it('is nobody’s before signing in, and asks no server for it', async () => {
    expect(await browser.tab().token()).toBeNull()
    expect(browser.refresh).not.toHaveBeenCalled()
  })

  it('is refreshed once for requests that need it together', async () => {
    const tab = browser.tab()
    tab.begin(browser.grant('old'))
    browser.now += 590_000
    browser.refresh.mockImplementation(() => Promise.resolve(browser.grant('new')))

    expect(await Promise.all([tab.token(), tab.token(), tab.token()])).toEqual([
      'new',
      'new',
      'new',
    ])
    expect(browser.refresh).toHaveBeenCalledTimes(1)
  })

  it('is refreshed by one tab and handed to the one that waits', async () => {
    const [first, second] = [browser.tab(), browser.tab()]
    first.begin(browser.grant('old'))
    await vi.runAllTimersAsync()
    browser.now += 595_000
    let answer: (grant: Grant) => void = () => undefined
    browser.refresh.mockImplementation(() => new Promise((resolve) => (answer = resolve)))

    const one = first.renew('old')
    const two = second.renew('old')
    await vi.advanceTimersByTimeAsync(10)
    answer(browser.grant('new'))
    await vi.runAllTimersAsync()

    expect(await one).toBe('new')
    expect(await two).toBe('new')
    expect(browser.refresh).toHaveBeenCalledTimes(1)
  })

  it('is asked for by the waiting tab itself when the other one fails', async () => {
    const [first, second] = [browser.tab(), browser.tab()]
    browser.refresh.mockRejectedValueOnce(new TypeError('offline'))
    browser.refresh.mockImplementation(() => Promise.resolve(browser.grant('new')))

    const one = first.renew().catch((error: unknown) => error)
    const two = second.renew()
    await vi.runAllTimersAsync()

    expect(await one).toBeInstanceOf(TypeError)
    expect(await two).toBe('new')
  })

  it('keeps the session when the server cannot be asked', async () => {
    const tab = browser.tab()
    const ended = vi.fn()
    tab.onEnd(ended)
    tab.begin(browser.grant('old', 1000))
    browser.refresh.mockRejectedValue(new TypeError('offline'))

    await expect(tab.token()).rejects.toThrow('offline')
    expect(ended).not.toHaveBeenCalled()
  })

  it('ends in every tab when the server says that the session is over', async () => {
    const [first, second] = [browser.tab(), browser.tab()]
    first.begin(browser.grant('old'))
    await vi.runAllTimersAsync()
    expect(await second.token()).toBe('old')
    const ended = vi.fn()
    second.onEnd(ended)
    browser.refresh.mockResolvedValue(null)

    expect(await first.renew('old')).toBeNull()
    await vi.runAllTimersAsync()

    expect(ended).toHaveBeenCalledTimes(1)
    expect(await second.token()).toBeNull()
  })

  it('does not come back by a refresh that answers after signing out', async () => {
    const tab = browser.tab()
    tab.begin(browser.grant('old', 1000))
    let answer: (grant: Grant) => void = () => undefined
    browser.refresh.mockImplementation(() => new Promise((resolve) => (answer = resolve)))

    const token = tab.token()
    await vi.advanceTimersByTimeAsync(0)
    tab.end()
    answer(browser.grant('ghost'))

    expect(await token).toBeNull()
    expect(await tab.token()).toBeNull()
  })
})

describe('a request', () => {
  const request = () => new Request('http://market/api/pay/wallet', { method: 'POST', body: '{}' })

  it('is sent again once with a new token when the first is refused, body included', async () => {
    const sent: { token: string | null; body: string }[] = []
    const tokens = { token: () => Promise.resolve('old'), renew: () => Promise.resolve('new') }
    const send = async (it: Request) => {
      const token = it.headers.get('Authorization')
      sent.push({ token, body: await it.text() })
      return new Response(null, { status: token === 'Bearer new' ? 200 : 401 })
    }

    expect((await authorizedFetch(tokens, send)(request())).status).toBe(200)
    expect(sent).toEqual([
      { token: 'Bearer old', body: '{}' },
      { token: 'Bearer new', body: '{}' },
    ])
  })

  it('is not sent a third time', async () => {
    const send = vi.fn(() => Promise.resolve(new Response(null, { status: 401 })))
    const tokens = { token: () => Promise.resolve('old'), renew: () => Promise.resolve('new') }

    expect((await authorizedFetch(tokens, send)(request())).status).toBe(401)
    expect(send).toHaveBeenCalledTimes(2)
  })

  it('carries nothing when nobody is signed in', async () => {
    const seen: (string | null)[] = []
    const tokens = { token: () => Promise.resolve(null), renew: vi.fn() }

    await authorizedFetch(tokens, (it) => {
      seen.push(it.headers.get('Authorization'))
      return Promise.resolve(new Response(null, { status: 401 }))
    })(request())

    expect(seen).toEqual([null])
    expect(tokens.renew).not.toHaveBeenCalled()
  })
})
