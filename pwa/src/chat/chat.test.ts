import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { chatApi } from '@/api/clients'
import { uploadPicture } from '@/api/upload'
import { useChat } from './chat'
import { dropWaiting, keepWaiting, waitingOf, type WaitingMessage } from './waiting'

vi.mock('@/api/clients', () => ({
  chatApi: { GET: vi.fn(), POST: vi.fn() },
  memberApi: {},
}))
vi.mock('@/session/session', () => ({
  useSession: () => ({ profile: { id: 'me', nickname: '나' } }),
}))
vi.mock('@/api/upload', () => ({ uploadPicture: vi.fn() }))
vi.mock('@/ui/shrink-image', () => ({ shrinkImage: (file: Blob) => Promise.resolve(file) }))
// The browser's database, which lasts longer than a page.
const device = vi.hoisted(() => new Map<string, unknown>())
vi.mock('./waiting', () => ({
  keepWaiting: vi.fn((message: { clientId: string }) => {
    device.set(message.clientId, { ...message })
    return Promise.resolve()
  }),
  dropWaiting: vi.fn((clientId: string) => {
    device.delete(clientId)
    return Promise.resolve()
  }),
  waitingOf: vi.fn(() => Promise.resolve([...device.values()])),
}))

function opened(): FakeSocket {
  if (!FakeSocket.last) throw new Error('No socket was opened.')
  return FakeSocket.last
}

/** A socket that a test opens, answers through and loses. */
class FakeSocket {
  static last: FakeSocket | undefined
  onopen: (() => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null
  onclose: (() => void) | null = null
  readonly sent: Record<string, unknown>[] = []
  constructor() {
    FakeSocket.last = this
  }
  send(text: string) {
    this.sent.push(JSON.parse(text) as Record<string, unknown>)
  }
  close() {
    this.onclose?.()
  }
  hear(frame: object) {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }
  /** What was said over it. */
  get said() {
    return this.sent.filter(({ type }) => type === 'send')
  }
}

async function online() {
  vi.mocked(chatApi.POST).mockReturnValue(ok({ ticket: 'ticket' }))
  await vi.waitFor(() => expect(FakeSocket.last).toBeDefined())
  const socket = opened()
  socket.onopen?.()
  socket.hear({ type: 'synced', rooms: {} })
  return socket
}

const ok = (data: unknown) => Promise.resolve({ data, response: new Response() }) as never
const lost = () => Promise.reject(new TypeError('no network')) as never

describe('what is said in a room', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    localStorage.clear()
    device.clear()
    FakeSocket.last = undefined
    vi.stubGlobal('WebSocket', FakeSocket)
    vi.clearAllMocks()
    vi.mocked(chatApi.GET).mockReturnValue(ok({ items: [], next: null }))
    vi.mocked(chatApi.POST).mockReturnValue(ok({ ticket: 'ticket' }))
    vi.mocked(waitingOf).mockImplementation(() =>
      Promise.resolve([...device.values()] as WaitingMessage[]),
    )
    vi.mocked(keepWaiting).mockImplementation((message) => {
      device.set(message.clientId, { ...message })
      return Promise.resolve()
    })
    vi.mocked(dropWaiting).mockImplementation((clientId) => {
      device.delete(clientId)
      return Promise.resolve()
    })
  })
  afterEach(() => {
    useChat().stop()
    vi.unstubAllGlobals()
  })

  it('waits while there is no connection', () => {
    const chat = useChat()
    chat.say('room', '안녕하세요')
    expect(chat.logOf('room').pending).toMatchObject([{ text: '안녕하세요', state: 'sending' }])
  })

  it('goes over HTTP when it is sent again without a socket, and once only', async () => {
    const chat = useChat()
    chat.say('room', '안녕하세요')
    const [pending] = chat.logOf('room').pending
    if (!pending) throw new Error('Nothing waits.')
    vi.mocked(chatApi.POST).mockReturnValue(ok({}))
    vi.mocked(chatApi.GET).mockReturnValue(
      ok({
        items: [
          {
            type: 'message',
            roomId: 'room',
            seq: 1,
            at: '2026-11-23T00:00:00Z',
            sender: { id: 'me', nickname: '나' },
            text: '안녕하세요',
            clientId: pending.clientId,
          },
        ],
        next: null,
      }),
    )
    await chat.retry('room', pending)
    expect(chat.logOf('room').pending).toEqual([])
    expect(chat.logOf('room').lines.map(({ text }) => text)).toEqual(['안녕하세요'])
  })

  it('is kept, and said to have failed, when nobody answers', async () => {
    const chat = useChat()
    chat.say('room', '안녕하세요')
    const [pending] = chat.logOf('room').pending
    if (!pending) throw new Error('Nothing waits.')
    vi.mocked(chatApi.POST).mockReturnValue(lost())
    await chat.retry('room', pending)
    expect(chat.logOf('room').pending).toMatchObject([{ text: '안녕하세요', state: 'failed' }])
    chat.discard('room', pending.clientId)
    expect(chat.logOf('room').pending).toEqual([])
  })

  it('is not lost while it is being written', () => {
    const chat = useChat()
    chat.keepDraft('room', '쓰다 만')
    expect(chat.draftOf('room')).toBe('쓰다 만')
    expect(chat.draftOf('other')).toBe('')
  })

  it('outlives the page while it is being written', () => {
    useChat().keepDraft('room', '쓰다 만')
    setActivePinia(createPinia())
    expect(useChat().draftOf('room')).toBe('쓰다 만')
    useChat().keepDraft('room', '')
    setActivePinia(createPinia())
    expect(useChat().draftOf('room')).toBe('')
  })

  it('goes with the next visit, under the same number of its own, and is then struck off', async () => {
    const before = useChat()
    before.say('room', '꺼지기 전')
    const clientId = before.logOf('room').pending[0]?.clientId
    setActivePinia(createPinia())

    const chat = useChat()
    await chat.start()
    const socket = await online()

    expect(socket.said).toEqual([{ type: 'send', roomId: 'room', clientId, text: '꺼지기 전' }])
    socket.hear({ type: 'ack', roomId: 'room', clientId, seq: 7, at: '2026-11-23T00:00:00Z' })
    expect(chat.logOf('room').pending).toEqual([])
    expect(device.size).toBe(0)
  })

  it('is settled in a room that was not opened without fetching its whole history', async () => {
    const chat = useChat()
    chat.say('room', '한 번만')
    const clientId = chat.logOf('room').pending[0]?.clientId
    await chat.start()
    const socket = await online()
    socket.hear({ type: 'ack', roomId: 'room', clientId, seq: 9, at: '2026-11-23T00:00:00Z' })
    // Nothing of the room is known yet: its history is not fetched from the beginning for this.
    expect(chat.logOf('room').lines).toEqual([])
    expect(chatApi.GET).not.toHaveBeenCalledWith('/rooms/{dealId}/messages', expect.anything())
  })

  it('is not missed when it comes while the room is being opened', async () => {
    const said = (seq: number) => ({
      type: 'message',
      roomId: 'room',
      seq,
      at: '2026-11-23T00:00:00Z',
      sender: { id: 'you', nickname: '너' },
      text: `${seq}`,
    })
    let answered!: (answer: never) => void
    vi.mocked(chatApi.GET).mockImplementation(((
      path: string,
      { params }: { params: { query: { after?: number } } },
    ) => {
      if (path === '/rooms')
        return ok({
          items: [
            {
              dealId: 'room',
              title: '귤',
              readSeq: 1,
              lastSeq: 1,
              unread: 0,
              lastAt: '2026-11-23',
            },
          ],
          next: null,
        })
      if (params.query.after === 1) return ok({ items: [said(2)], next: null })
      return new Promise((resolve) => (answered = resolve))
    }) as never)
    const chat = useChat()
    await chat.start()
    const socket = await online()
    const opening = chat.openRoom('room')
    await vi.waitFor(() => expect(answered).toBeDefined())
    socket.hear(said(2))
    answered(ok({ items: [said(1)], next: null }))
    await opening
    expect(chat.logOf('room').lines.map(({ text }) => text)).toEqual(['1', '2'])
  })

  it('is not lost when it is said before the room has been opened', async () => {
    const first = {
      type: 'notice',
      kind: 'JOINED',
      roomId: 'room',
      seq: 1,
      at: '2026-11-23T00:00:00Z',
      member: { id: 'you', nickname: '너' },
    }
    let answered!: (answer: never) => void
    vi.mocked(chatApi.GET).mockImplementation(((
      path: string,
      options: { params: { query?: { after?: number } } },
    ) => {
      if (path === '/rooms')
        return ok({
          items: [
            {
              dealId: 'room',
              title: '귤',
              readSeq: 1,
              lastSeq: 1,
              unread: 0,
              lastAt: '2026-11-23',
            },
          ],
          next: null,
        })
      if (path === '/rooms/{dealId}/readers') return ok({ items: [] })
      if (options.params.query?.after === 1)
        return ok({
          items: [{ ...first, type: 'message', seq: 2, sender: { id: 'me' }, text: '저요' }],
          next: null,
        })
      return new Promise((resolve) => (answered = resolve))
    }) as never)
    const chat = useChat()
    await chat.start()
    const socket = await online()
    const opening = chat.openRoom('room')
    await vi.waitFor(() => expect(answered).toBeDefined())
    chat.say('room', '저요')
    const clientId = chat.logOf('room').pending[0]?.clientId
    socket.hear({ type: 'ack', roomId: 'room', clientId, seq: 2, at: '2026-11-23T00:00:00Z' })
    answered(ok({ items: [first], next: null }))
    await opening
    expect(chat.logOf('room').lines.map(({ seq }) => seq)).toEqual([1, 2])
    expect(chat.rooms).toMatchObject([{ lastSeq: 2, readSeq: 2 }])
  })

  it('is marked as read when it came while the connection was still coming back', async () => {
    const said = (seq: number) => ({
      type: 'message',
      roomId: 'room',
      seq,
      at: '2026-11-23T00:00:00Z',
      sender: { id: 'you', nickname: '너' },
      text: '저기요',
      clientId: `c${seq}`,
    })
    const room = (readSeq: number, lastSeq: number) => ({
      dealId: 'room',
      title: '귤',
      readSeq,
      lastSeq,
      unread: lastSeq - readSeq,
      lastAt: '2026-11-23T00:00:00Z',
      lastMessage: said(lastSeq),
    })
    const listed = (readSeq: number, lastSeq: number) =>
      vi
        .mocked(chatApi.GET)
        .mockImplementation((path: string) =>
          ok({ items: path === '/rooms' ? [room(readSeq, lastSeq)] : [], next: null }),
        )
    listed(1, 1)
    const chat = useChat()
    await chat.start()
    chat.watch('room')
    vi.mocked(chatApi.POST).mockReturnValue(ok({ ticket: 'ticket' }))
    await vi.waitFor(() => expect(FakeSocket.last).toBeDefined())
    const socket = opened()
    socket.onopen?.()
    listed(1, 2)
    socket.hear(said(2))
    expect(socket.sent).not.toContainEqual(expect.objectContaining({ type: 'read' }))
    socket.hear({ type: 'synced', rooms: {} })
    expect(socket.sent).toContainEqual({ type: 'read', roomId: 'room', seq: 2 })
    const asked = () => vi.mocked(chatApi.GET).mock.calls as unknown as [string][]
    const lists = () => asked().filter(([path]) => path === '/rooms')
    await vi.waitFor(() => expect(lists()).toHaveLength(2))
    await vi.waitFor(() => expect(chat.rooms).toMatchObject([{ readSeq: 2, unread: 0 }]))
  })

  it('does not fail by a lost connection: it is sent again over the next one', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    try {
      const chat = useChat()
      const starting = chat.start()
      await vi.advanceTimersByTimeAsync(0)
      await starting
      await vi.advanceTimersByTimeAsync(0)
      const first = opened()
      first.onopen?.()
      first.hear({ type: 'synced', rooms: {} })
      chat.say('room', '끊길 때')
      first.onclose?.()
      vi.mocked(chatApi.POST).mockImplementation(lost)
      await vi.advanceTimersByTimeAsync(13_000)
      expect(chat.logOf('room').pending).toMatchObject([{ state: 'sending' }])

      vi.mocked(chatApi.POST).mockReturnValue(ok({ ticket: 'ticket' }))
      chat.wake()
      await vi.advanceTimersByTimeAsync(0)
      const next = opened()
      expect(next).not.toBe(first)
      next.onopen?.()
      next.hear({ type: 'synced', rooms: {} })
      expect(next.said.map(({ clientId }) => clientId)).toEqual(
        first.said.map(({ clientId }) => clientId),
      )
    } finally {
      useChat().stop()
      vi.useRealTimers()
    }
  })

  it('waits as a picture, too, and is sent once there is a connection', async () => {
    vi.mocked(uploadPicture).mockResolvedValue('image')
    const chat = useChat()
    chat.show('room', new Blob(['x'], { type: 'image/png' }))
    expect(uploadPicture).not.toHaveBeenCalled()
    expect(chat.logOf('room').pending).toMatchObject([{ state: 'sending' }])
    await chat.start()
    const socket = await online()
    await vi.waitFor(() => expect(socket.said).toMatchObject([{ imageId: 'image' }]))
    expect(uploadPicture).toHaveBeenCalledTimes(1)
  })
})
