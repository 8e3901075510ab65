import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { chatApi } from '@/api/clients'
import { useChat } from './chat'

vi.mock('@/api/clients', () => ({
  chatApi: { GET: vi.fn(), POST: vi.fn() },
  memberApi: {},
}))
vi.mock('@/session/session', () => ({
  useSession: () => ({ profile: { id: 'me', nickname: '나' } }),
}))

const ok = (data: unknown) => Promise.resolve({ data, response: new Response() }) as never
const lost = () => Promise.reject(new TypeError('no network')) as never

describe('what is said in a room', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
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
})
