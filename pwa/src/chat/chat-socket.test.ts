import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ChatSocket, type SocketLike, type SocketState } from './chat-socket'
import type { ServerFrame } from './frames'

class FakeSocket implements SocketLike {
  onopen: SocketLike['onopen'] = null
  onmessage: SocketLike['onmessage'] = null
  onclose: SocketLike['onclose'] = null
  sent: unknown[] = []
  closed = false

  constructor(readonly ticket: string) {}

  send(text: string) {
    this.sent.push(JSON.parse(text))
  }

  close() {
    this.closed = true
  }

  opens() {
    this.onopen?.(undefined as never)
  }

  says(frame: object) {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }

  breaks() {
    this.onclose?.(undefined as never)
  }
}

const WAIT = 1000

function start(known: Record<string, number> = {}) {
  const sockets: FakeSocket[] = []
  const states: SocketState[] = []
  const frames: ServerFrame[] = []
  const ticket = vi.fn(() => Promise.resolve(`ticket-${sockets.length + 1}`))
  const reset = vi.fn()
  const socket = new ChatSocket({
    ticket,
    open: (it) => {
      const made = new FakeSocket(it)
      sockets.push(made)
      return made
    },
    known: () => known,
    onFrame: (frame) => frames.push(frame),
    onState: (state) => states.push(state),
    wait: { next: () => WAIT, reset },
  })
  socket.start()
  const last = () => {
    const found = sockets.at(-1)
    if (!found) throw new Error('no socket was opened')
    return found
  }
  const online = async () => {
    await vi.advanceTimersByTimeAsync(0)
    last().opens()
    last().says({ type: 'synced', rooms: {} })
  }
  return { socket, sockets, states, frames, ticket, known, last, online, reset }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('the chat socket', () => {
  it('takes several frames that came as one, in order', async () => {
    const { last, frames, states } = start()
    await vi.waitFor(() => expect(last()).toBeDefined())
    last().opens()
    last().says([
      { type: 'message', roomId: 'r', seq: 1 },
      { type: 'message', roomId: 'r', seq: 2 },
      { type: 'synced', rooms: { r: 2 } },
    ])
    expect(frames.map((frame) => ('seq' in frame ? frame.seq : frame.type))).toEqual([
      1,
      2,
      'synced',
    ])
    expect(states.at(-1)).toBe('online')
  })

  it('opens with a ticket and asks for everything after the last known number', async () => {
    const { last, known, states } = start({ room: 7 })
    await vi.advanceTimersByTimeAsync(0)
    expect(last().ticket).toBe('ticket-1')
    last().opens()
    expect(last().sent).toEqual([{ type: 'sync', rooms: known }])
    expect(states).toEqual(['connecting'])
    last().says({ type: 'synced', rooms: { room: 9 } })
    expect(states).toEqual(['connecting', 'online'])
  })

  it('takes no message to send before it has caught up', async () => {
    const { socket, last, online } = start()
    await vi.advanceTimersByTimeAsync(0)
    expect(socket.send({ type: 'ping' })).toBe(false)
    await online()
    expect(socket.send({ type: 'read', roomId: 'room', seq: 1 })).toBe(true)
    expect(last().sent.at(-1)).toEqual({ type: 'read', roomId: 'room', seq: 1 })
  })

  it('passes on what it catches up before being online', async () => {
    const { last, frames, states } = start()
    await vi.advanceTimersByTimeAsync(0)
    last().opens()
    last().says({ type: 'message', roomId: 'room', seq: 1 })
    expect(frames).toHaveLength(1)
    expect(states).not.toContain('online')
  })

  it('comes back after a loss with a new ticket and the numbers it has by then', async () => {
    const { known, last, sockets, online, states } = start({ room: 1 })
    await online()
    known.room = 5
    last().breaks()
    expect(states.at(-1)).toBe('waiting')
    await vi.advanceTimersByTimeAsync(WAIT)
    expect(sockets).toHaveLength(2)
    expect(last().ticket).toBe('ticket-2')
    last().opens()
    expect(last().sent[0]).toEqual({ type: 'sync', rooms: { room: 5 } })
  })

  it('tries again when there is no ticket', async () => {
    const { ticket, sockets, states } = start()
    ticket.mockRejectedValueOnce(new TypeError('offline'))
    await vi.advanceTimersByTimeAsync(0)
    // The first ticket was asked for before the failure could be arranged: lose that socket first.
    sockets[0]?.breaks()
    await vi.advanceTimersByTimeAsync(WAIT)
    expect(states.at(-1)).toBe('waiting')
    await vi.advanceTimersByTimeAsync(WAIT)
    expect(sockets).toHaveLength(2)
  })

  it('does not wait when the network returns', async () => {
    const { socket, last, sockets, online, reset } = start()
    await online()
    last().breaks()
    socket.wake()
    await vi.advanceTimersByTimeAsync(0)
    expect(sockets).toHaveLength(2)
    expect(reset).toHaveBeenCalled()
  })

  it('stays away as long as a server that goes asks for', async () => {
    const { last, sockets, online } = start()
    await online()
    last().says({ type: 'bye', retryAfterMs: 5000 })
    await vi.advanceTimersByTimeAsync(4999)
    expect(sockets).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(sockets).toHaveLength(2)
  })

  it('gives up a line on which nobody answers a ping', async () => {
    const { last, online, states } = start()
    await online()
    await vi.advanceTimersByTimeAsync(25_000)
    expect(last().sent.at(-1)).toEqual({ type: 'ping' })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(last().closed).toBe(true)
    expect(states.at(-1)).toBe('waiting')
  })

  it('keeps a line on which the pong comes', async () => {
    const { last, online, states } = start()
    await online()
    await vi.advanceTimersByTimeAsync(25_000)
    last().says({ type: 'pong' })
    await vi.advanceTimersByTimeAsync(12_000)
    expect(states.at(-1)).toBe('online')
  })

  it('stays closed once stopped', async () => {
    const { socket, last, sockets, online } = start()
    await online()
    socket.stop()
    expect(last().closed).toBe(true)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sockets).toHaveLength(1)
  })
})
