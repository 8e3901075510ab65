import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  amendLastSeen,
  forgetLastSeen,
  lateAnswers,
  rememberingFetch,
  showsLastSeen,
} from './last-seen'

/** As much of the browser's caches as is used. */
function fakeCaches() {
  const caches = new Map<string, Map<string, Response>>()
  const named = (name: string) => {
    const known = caches.get(name) ?? new Map<string, Response>()
    caches.set(name, known)
    return known
  }
  return {
    caches,
    store: {
      open: (name: string) =>
        Promise.resolve({
          put(address: string, response: Response) {
            named(name).delete(address)
            named(name).set(address, response)
            return Promise.resolve()
          },
          keys: () => Promise.resolve([...named(name).keys()]),
          delete: (address: string) => Promise.resolve(named(name).delete(address)),
        }),
      match: (address: string, { cacheName }: { cacheName: string }) =>
        Promise.resolve(caches.get(cacheName)?.get(address)?.clone()),
      delete: (name: string) => Promise.resolve(caches.delete(name)),
    } as unknown as CacheStorage,
  }
}

const deals = () =>
  new Request('http://market.test/api/deal/deals?sort=newest', {
    headers: { Authorization: 'Bearer secret' },
  })

describe('what was seen last', () => {
  let online: boolean
  let signedIn: boolean
  let fake: ReturnType<typeof fakeCaches>
  let ask: (request: Request) => Promise<Response>

  beforeEach(async () => {
    online = true
    signedIn = true
    fake = fakeCaches()
    await forgetLastSeen(fake.store)
    ask = rememberingFetch(
      () => (online ? Promise.resolve(new Response('fresh')) : Promise.reject(new TypeError())),
      () => signedIn,
      fake.store,
    )
  })

  const kept = () => [...fake.caches.values()].flatMap((cache) => [...cache.keys()])

  it('is shown, and said to be so, while nobody answers', async () => {
    await ask(deals())
    await vi.waitFor(() => expect(kept()).toHaveLength(1))
    expect(showsLastSeen.value).toBe(false)
    online = false
    expect(await (await ask(deals())).text()).toBe('fresh')
    expect(showsLastSeen.value).toBe(true)
    online = true
    await ask(deals())
    expect(showsLastSeen.value).toBe(false)
  })

  it('stands in for an answer that does not come, and gives way when it comes after all', async () => {
    await ask(deals())
    await vi.waitFor(() => expect(kept()).toHaveLength(1))
    let comeLate!: (response: Response) => void
    const hanging = rememberingFetch(
      () => new Promise((resolve) => (comeLate = resolve)),
      () => true,
      fake.store,
    )
    vi.useFakeTimers()
    const asked = hanging(deals())
    await vi.advanceTimersByTimeAsync(60_000)
    vi.useRealTimers()
    expect(await (await asked).text()).toBe('fresh')
    expect(showsLastSeen.value).toBe(true)
    const before = lateAnswers.value
    comeLate(new Response('late'))
    await vi.waitFor(() => expect(lateAnswers.value).toBe(before + 1))
    expect(showsLastSeen.value).toBe(false)
    online = false
    expect(await (await ask(deals())).text()).toBe('late')
  })

  it('is kept by address alone: no token lies in a cache', async () => {
    await ask(deals())
    await vi.waitFor(() =>
      expect(kept()).toEqual(['http://market.test/api/deal/deals?sort=newest']),
    )
  })

  it('goes on with what came over another line, in order, and begins nothing', async () => {
    const add = (path: string, item: number) =>
      amendLastSeen<number[]>(path, (items) => [...items, item], fake.store)
    const room = `${window.location.origin}/api/chat/rooms/1/messages?limit=50`
    const asks = rememberingFetch(
      () => Promise.resolve(Response.json([1])),
      () => true,
      fake.store,
    )
    await asks(new Request(room))
    await vi.waitFor(() => expect(kept()).toEqual([room]))
    add('/api/chat/rooms/1/messages?limit=50', 2)
    add('/api/chat/rooms/2/messages?limit=50', 2)
    add('/api/chat/rooms/1/messages?limit=50', 3)
    const now = () => fake.store.match(room, { cacheName: 'gonggu-last-seen' })
    await vi.waitFor(async () => expect(await (await now())?.json()).toEqual([1, 2, 3]))
    expect(kept()).toEqual([room])
    add('/api/chat/rooms/1/messages?limit=50', 4)
    await forgetLastSeen(fake.store)
    add('/api/chat/rooms/1/messages?limit=50', 5)
    await asks(new Request(room))
    await vi.waitFor(() => expect(kept()).toEqual([room]))
    expect(await (await now())?.json()).toEqual([1])
  })

  it('is the beginning of a screen, not what came after it', async () => {
    await ask(new Request('http://market.test/api/chat/rooms/1/messages?after=7&limit=50'))
    await ask(deals())
    await vi.waitFor(() => expect(kept()).toEqual([deals().url]))
  })

  it('is gone when the session ends', async () => {
    await ask(deals())
    await vi.waitFor(() => expect(kept()).toHaveLength(1))
    await forgetLastSeen(fake.store)
    online = false
    await expect(ask(deals())).rejects.toThrow(TypeError)
  })

  it('is not what a visitor looks at', async () => {
    signedIn = false
    await ask(deals())
    signedIn = true
    await ask(new Request('http://market.test/api/deal/deals/1'))
    await vi.waitFor(() => expect(kept()).toEqual(['http://market.test/api/deal/deals/1']))
  })

  it('never stands for money or for an act', async () => {
    await ask(new Request('http://market.test/api/pay/wallet'))
    await ask(new Request('http://market.test/api/deal/deals', { method: 'POST' }))
    await ask(deals())
    await vi.waitFor(() => expect(kept()).toHaveLength(1))
    online = false
    await expect(ask(new Request('http://market.test/api/pay/wallet'))).rejects.toThrow(TypeError)
  })

  it('does not grow without end', async () => {
    for (let index = 0; index < 160; index++)
      await ask(new Request(`http://market.test/api/deal/deals/${index}`))
    await vi.waitFor(() => expect(kept()).toHaveLength(150))
    expect(kept()).not.toContain('http://market.test/api/deal/deals/0')
  })
})
