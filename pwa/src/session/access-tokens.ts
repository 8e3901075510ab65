/** What the server grants for a few minutes. Kept in memory only: no script finds it after the page is gone. */
export interface Grant {
  accessToken: string
  /** Epoch milliseconds after which the services refuse it. */
  expiresAt: number
}

type Word<G> = { type: 'granted'; grant: G } | { type: 'who-has' } | { type: 'signed-out' }

/** What the browser gives; replaced in tests. */
export interface TokenEnvironment<G extends Grant> {
  /** Trades the refresh cookie for a new grant. `null`: the session is over. Throws when nobody answers. */
  refresh: () => Promise<G | null>
  channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>
  locks: Pick<LockManager, 'request'> | undefined
  now: () => number
}

/** Renewed this long before the end, so that a request does not meet an expired token on its way. */
const MARGIN = 20_000
/** How long to wait for another tab's word. */
const HAND_OVER = 150
const LOCK = 'gonggu.session.refresh'

/**
 * The access token of this tab, and its accord with the browser's other tabs.
 *
 * The refresh cookie is rotated at each use and shared by all tabs, so only one of them refreshes at a time:
 * within a tab by sharing the promise, across tabs by a Web Lock. Who waited for the lock takes the new
 * token from the tab that fetched it and asks the server only if nobody has one.
 */
export class AccessTokens<G extends Grant = Grant> {
  private grant: G | null = null
  private renewal: Promise<string | null> | null = null
  /** Counts sign-ins and sign-outs; an answer of an earlier epoch is thrown away. */
  private epoch = 0
  private readonly waiting = new Set<(grant: G) => void>()
  private readonly endListeners = new Set<() => void>()
  private readonly grantListeners = new Set<(grant: G) => void>()

  constructor(private readonly environment: TokenEnvironment<G>) {
    environment.channel.addEventListener('message', (event) => {
      this.hear((event as MessageEvent<Word<G>>).data)
    })
  }

  /** The present grant, fresh or not. */
  get present(): G | null {
    return this.grant
  }

  /** Called when the session ends, here or in another tab. */
  onEnd(listener: () => void) {
    this.endListeners.add(listener)
  }

  /** Called with every grant another tab announces. */
  onGrant(listener: (grant: G) => void) {
    this.grantListeners.add(listener)
  }

  /** Takes the grant of a login and tells the other tabs. */
  begin(grant: G) {
    this.epoch++
    this.grant = grant
    this.say({ type: 'granted', grant })
  }

  /** Ends the session in every tab. */
  end() {
    this.say({ type: 'signed-out' })
    this.finish()
  }

  /**
   * A token good for one request now.
   * @returns `null` when nobody is signed in
   */
  async token(): Promise<string | null> {
    if (this.grant === null) return this.renewal
    return this.fresh(this.grant) ? this.grant.accessToken : this.renew(this.grant.accessToken)
  }

  /**
   * Gets a token other than the one given, which a service refused or which is about to expire.
   * @returns `null` when the session is over
   * @throws Problem or TypeError when the server cannot be asked; the session is kept
   */
  renew(stale?: string): Promise<string | null> {
    const newer = this.newerThan(stale)
    if (newer) return Promise.resolve(newer)
    this.renewal ??= this.renewAlone(stale).finally(() => {
      this.renewal = null
    })
    return this.renewal
  }

  private async renewAlone(stale: string | undefined): Promise<string | null> {
    const { locks } = this.environment
    if (!locks) return this.fetchGrant()
    const first = await locks.request(LOCK, { ifAvailable: true }, async (lock) =>
      lock === null ? undefined : await this.fetchGrant(),
    )
    if (first !== undefined) return first
    return locks.request(
      LOCK,
      async () =>
        this.newerThan(stale) ?? (await this.askOthers(stale)) ?? (await this.fetchGrant()),
    )
  }

  private async fetchGrant(): Promise<string | null> {
    const epoch = this.epoch
    const grant = await this.environment.refresh()
    if (epoch !== this.epoch) return this.grant?.accessToken ?? null
    if (grant === null) {
      this.end()
      return null
    }
    this.grant = grant
    this.say({ type: 'granted', grant })
    return grant.accessToken
  }

  private askOthers(stale: string | undefined): Promise<string | undefined> {
    return new Promise((resolve) => {
      const take = (grant: G) => {
        if (grant.accessToken === stale) return
        done(grant.accessToken)
      }
      const timer = setTimeout(() => done(undefined), HAND_OVER)
      const done = (token: string | undefined) => {
        clearTimeout(timer)
        this.waiting.delete(take)
        resolve(token)
      }
      this.waiting.add(take)
      this.say({ type: 'who-has' })
    })
  }

  private hear(word: Word<G>) {
    switch (word.type) {
      case 'granted':
        if (!this.fresh(word.grant)) return
        this.grant = word.grant
        for (const take of [...this.waiting]) take(word.grant)
        for (const listener of this.grantListeners) listener(word.grant)
        return
      case 'who-has':
        if (this.grant && this.fresh(this.grant)) this.say({ type: 'granted', grant: this.grant })
        return
      case 'signed-out':
        this.finish()
    }
  }

  private finish() {
    this.epoch++
    this.grant = null
    for (const listener of this.endListeners) listener()
  }

  private newerThan(stale: string | undefined): string | undefined {
    return this.grant && this.grant.accessToken !== stale && this.fresh(this.grant)
      ? this.grant.accessToken
      : undefined
  }

  private fresh(grant: Grant) {
    return grant.expiresAt - this.environment.now() > MARGIN
  }

  private say(word: Word<G>) {
    this.environment.channel.postMessage(word)
  }
}

/**
 * A `fetch` that carries the access token, and asks once more with a new one where the first is refused.
 * @param tokens whose token
 * @param send the plain fetch
 */
export function authorizedFetch(
  tokens: Pick<AccessTokens, 'token' | 'renew'>,
  send: (request: Request) => Promise<Response> = (request) => fetch(request),
): (request: Request) => Promise<Response> {
  const carrying = (request: Request, token: string | null) => {
    if (token !== null) request.headers.set('Authorization', `Bearer ${token}`)
    return request
  }
  return async (request) => {
    const again = request.clone()
    const token = await tokens.token()
    const response = await send(carrying(request, token))
    if (response.status !== 401 || token === null) return response
    const renewed = await tokens.renew(token)
    return renewed === null ? response : send(carrying(again, renewed))
  }
}
