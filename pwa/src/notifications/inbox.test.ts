import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watch } from 'vue'
import { fetchAuthorized, pushApi } from '@/api/clients'
import { live } from '@/app/live'
import { useInbox } from './inbox'

vi.mock('@/api/clients', () => ({
  fetchAuthorized: vi.fn(),
  pushApi: { GET: vi.fn(), PUT: vi.fn() },
}))

/** A stream that the test writes to. */
function stream() {
  let controller!: ReadableStreamDefaultController<Uint8Array>
  const body = new ReadableStream<Uint8Array>({ start: (it) => void (controller = it) })
  vi.mocked(fetchAuthorized).mockResolvedValueOnce(new Response(body))
  const write = (event: string, data: object, id?: string) =>
    controller.enqueue(
      new TextEncoder().encode(
        `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
      ),
    )
  return { write, end: () => controller.close() }
}

/** Answers a request when the test says so. */
function later() {
  let say!: (count: number) => void
  const answered = new Promise<unknown>((resolve) => {
    say = (count) => resolve({ data: { count }, response: new Response() })
  })
  return { answered: answered as never, say }
}

const entry = (id: string) => ({ id, kind: 'DEAL_FULL', target: {}, at: '2026-01-01T00:00:00Z' })

beforeEach(() => {
  live.news = 0
  setActivePinia(createPinia())
  vi.mocked(fetchAuthorized).mockReturnValue(new Promise(() => undefined))
})
afterEach(() => {
  useInbox().stop()
  vi.resetAllMocks()
})

describe('the count at the bell', () => {
  it('is what the stream says, without asking', async () => {
    const { write } = stream()
    const inbox = useInbox()
    inbox.start()
    await vi.waitFor(() => expect(fetchAuthorized).toHaveBeenCalled())
    write('unread', { count: 2 })
    await vi.waitFor(() => expect(live.news).toBe(2))
    expect(pushApi.GET).not.toHaveBeenCalled()
  })

  it('is asked for while there is no stream', async () => {
    vi.mocked(fetchAuthorized).mockRejectedValueOnce(new TypeError('no network'))
    const { answered, say } = later()
    vi.mocked(pushApi.GET).mockReturnValue(answered)
    const inbox = useInbox()
    inbox.start()
    say(3)
    await vi.waitFor(() => expect(live.news).toBe(3))
  })

  it('is asked for when the stream stays silent', async () => {
    vi.useFakeTimers()
    stream()
    const { answered, say } = later()
    vi.mocked(pushApi.GET).mockReturnValue(answered)
    const inbox = useInbox()
    inbox.start()
    say(4)
    await vi.advanceTimersByTimeAsync(10_000)
    vi.useRealTimers()
    expect(live.news).toBe(4)
  })

  it('is not put back by an answer that is older than what the stream said', async () => {
    const { write } = stream()
    const { answered, say } = later()
    vi.mocked(pushApi.PUT).mockReturnValue(answered)
    const inbox = useInbox()
    inbox.list.prepend(entry('1') as never)
    inbox.start()
    const reading = inbox.readAll()
    write('unread', { count: 1 })
    await vi.waitFor(() => expect(live.news).toBe(1))
    say(0)
    await reading
    expect(live.news).toBe(1)
  })
})

describe('the beginning of news', () => {
  it('is told once per stream that says nothing of what was before', async () => {
    const before = live.beginnings
    const first = stream()
    const inbox = useInbox()
    inbox.start()
    await vi.waitFor(() => expect(fetchAuthorized).toHaveBeenCalledOnce())
    expect(live.beginnings).toBe(before)
    first.write('unread', { count: 1 })
    await vi.waitFor(() => expect(live.beginnings).toBe(before + 1))
    first.write('unread', { count: 2 })
    await vi.waitFor(() => expect(live.news).toBe(2))
    expect(live.beginnings).toBe(before + 1)
  })

  it('is not told again by a stream that goes on where the last one ended', async () => {
    vi.useFakeTimers()
    const before = live.beginnings
    const first = stream()
    const second = stream()
    const inbox = useInbox()
    inbox.start()
    await vi.advanceTimersByTimeAsync(0)
    first.write('unread', { count: 1 })
    first.write('notification', entry('1'), '1')
    first.end()
    await vi.advanceTimersByTimeAsync(10_000)
    second.write('unread', { count: 3 })
    await vi.advanceTimersByTimeAsync(0)
    vi.useRealTimers()
    expect(live.news).toBe(3)
    expect(live.beginnings).toBe(before + 1)
  })
})

describe('news', () => {
  it('is told one by one, also when several come at once', async () => {
    const { write } = stream()
    const told: (string | undefined)[] = []
    const stop = watch(
      () => live.latest,
      (latest) => told.push(latest?.id),
      { flush: 'sync' },
    )
    const inbox = useInbox()
    inbox.start()
    await vi.waitFor(() => expect(fetchAuthorized).toHaveBeenCalledOnce())
    write('notification', entry('1'), '1')
    write('notification', entry('2'), '2')
    await vi.waitFor(() => expect(told).toEqual(['1', '2']))
    stop()
  })
})
