import { backoff, type Backoff } from '@/app/backoff'
import type { ClientFrame, ServerFrame } from './frames'

/** `online` only after the server has sent everything that was missed. */
export type SocketState = 'stopped' | 'connecting' | 'online' | 'waiting'

/** The part of WebSocket that is used; replaced in tests. */
export interface SocketLike {
  onopen: ((event: never) => unknown) | null
  onmessage: ((event: { data: unknown }) => unknown) | null
  onclose: ((event: never) => unknown) | null
  send: (text: string) => void
  close: () => void
}

export interface ChatSocketEnvironment {
  /** A one-use ticket for the socket. */
  ticket: () => Promise<string>
  open: (ticket: string) => SocketLike
  /** The last number known of each room: where the server goes on from. */
  known: () => Record<string, number>
  onFrame: (frame: ServerFrame) => void
  onState: (state: SocketState) => void
  wait?: Backoff
}

const PING_EVERY = 25_000
const PONG_WITHIN = 10_000
/** A connection that is not synced by then is given up. */
const SYNC_WITHIN = 15_000

/**
 * Keeps one socket to the chat service open for as long as it is started: ticket, sync from the last known
 * number, heartbeat, and coming back with growing waits after a loss.
 */
export class ChatSocket {
  private state: SocketState = 'stopped'
  private socket: SocketLike | undefined
  private readonly wait: Backoff
  private retryTimer: ReturnType<typeof setTimeout> | undefined
  private pingTimer: ReturnType<typeof setInterval> | undefined
  private deadline: ReturnType<typeof setTimeout> | undefined
  /** Milliseconds the server asked to stay away when it said good-bye. */
  private asked: number | undefined

  constructor(private readonly environment: ChatSocketEnvironment) {
    this.wait = environment.wait ?? backoff()
  }

  start() {
    if (this.state === 'stopped') void this.connect()
  }

  stop() {
    this.drop()
    clearTimeout(this.retryTimer)
    this.enter('stopped')
  }

  /** Does not wait for a heartbeat to find out that the network is gone. */
  giveUp() {
    if (this.socket) this.lose(this.socket)
  }

  /** Comes back at once instead of waiting: the network returned or the page was shown again. */
  wake() {
    if (this.state !== 'waiting') return
    clearTimeout(this.retryTimer)
    this.wait.reset()
    void this.connect()
  }

  /** @returns whether the frame was handed to an open, synced connection */
  send(frame: ClientFrame): boolean {
    if (this.state !== 'online' || !this.socket) return false
    this.socket.send(JSON.stringify(frame))
    return true
  }

  private async connect() {
    this.enter('connecting')
    let ticket
    try {
      ticket = await this.environment.ticket()
    } catch {
      if (this.is('connecting')) this.comeBack()
      return
    }
    if (!this.is('connecting')) return
    const socket = this.environment.open(ticket)
    this.socket = socket
    this.deadline = setTimeout(() => this.lose(socket), SYNC_WITHIN)
    socket.onopen = () => {
      socket.send(
        JSON.stringify({ type: 'sync', rooms: this.environment.known() } satisfies ClientFrame),
      )
    }
    socket.onmessage = ({ data }) => {
      if (socket === this.socket) this.hear(data)
    }
    socket.onclose = () => this.lose(socket)
  }

  private hear(data: unknown) {
    if (typeof data !== 'string') return
    const frames = JSON.parse(data) as ServerFrame | ServerFrame[]
    for (const frame of Array.isArray(frames) ? frames : [frames]) this.take(frame)
  }

  private take(frame: ServerFrame) {
    if (frame.type === 'pong') {
      clearTimeout(this.deadline)
      return
    }
    if (frame.type === 'bye') {
      this.asked = frame.retryAfterMs
      if (this.socket) this.lose(this.socket)
      return
    }
    if (frame.type === 'synced' && this.state === 'connecting') {
      clearTimeout(this.deadline)
      this.wait.reset()
      this.pingTimer = setInterval(() => this.ping(), PING_EVERY)
      this.environment.onFrame(frame)
      this.enter('online')
      return
    }
    this.environment.onFrame(frame)
  }

  private ping() {
    const { socket } = this
    if (!socket || !this.send({ type: 'ping' })) return
    clearTimeout(this.deadline)
    this.deadline = setTimeout(() => this.lose(socket), PONG_WITHIN)
  }

  private lose(socket: SocketLike) {
    if (socket !== this.socket) return
    this.drop()
    if (this.state !== 'stopped') this.comeBack()
  }

  private drop() {
    clearInterval(this.pingTimer)
    clearTimeout(this.deadline)
    const { socket } = this
    this.socket = undefined
    socket?.close()
  }

  private comeBack() {
    this.enter('waiting')
    const pause = this.asked ?? this.wait.next()
    this.asked = undefined
    this.retryTimer = setTimeout(() => void this.connect(), pause)
  }

  private enter(state: SocketState) {
    if (this.state === state) return
    this.state = state
    this.environment.onState(state)
  }

  /** Read anew after each wait: it may have changed meanwhile. */
  private is(state: SocketState) {
    return this.state === state
  }
}
