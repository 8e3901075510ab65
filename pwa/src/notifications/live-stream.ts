import { createParser, type EventSourceMessage } from 'eventsource-parser'
import { backoff, type Backoff } from '@/app/backoff'

export interface LiveStreamEnvironment {
  /** Opens the stream with the member's token; `lastEventId` asks for what was missed. */
  open: (lastEventId: string | undefined, signal: AbortSignal) => Promise<Response>
  onEvent: (event: EventSourceMessage) => void
  /**
   * The stream is open: from now on nothing has to be asked for. `anew` when no event was seen before, so
   * that what happened until now is in none.
   */
  onOpen: (anew: boolean) => void
  /** The stream cannot be had at present; whoever listens may ask instead. */
  onLost: () => void
  wait?: Backoff
}

/** The server sends a heartbeat about every 20 s: a longer silence is a dead line. */
const SILENCE = 65_000

/**
 * Server-Sent Events over `fetch`, because EventSource cannot carry an Authorization header. Comes back
 * with growing waits and tells the server the last event it saw.
 */
export class LiveStream {
  private abort: AbortController | undefined
  private lastEventId: string | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private silence: ReturnType<typeof setTimeout> | undefined
  private waiting = false
  private readonly wait: Backoff

  constructor(private readonly environment: LiveStreamEnvironment) {
    this.wait = environment.wait ?? backoff(1000, 60_000)
  }

  start() {
    if (!this.abort) void this.connect()
  }

  stop() {
    clearTimeout(this.timer)
    clearTimeout(this.silence)
    this.abort?.abort()
    this.abort = undefined
    this.waiting = false
  }

  /** Tries again at once instead of waiting. */
  wake() {
    if (!this.waiting) return
    clearTimeout(this.timer)
    this.wait.reset()
    void this.connect()
  }

  private async connect() {
    const abort = new AbortController()
    this.abort = abort
    this.waiting = false
    try {
      this.expectWord(abort)
      const response = await this.environment.open(this.lastEventId, abort.signal)
      if (!response.ok || !response.body) throw new Error(`The stream answered ${response.status}.`)
      this.environment.onOpen(this.lastEventId === undefined)
      await this.read(response.body, abort)
    } catch {
      // Told below: an end and a failure are the same to the listener.
    }
    if (abort.signal.aborted && this.abort !== abort) return
    clearTimeout(this.silence)
    this.environment.onLost()
    this.waiting = true
    this.timer = setTimeout(() => void this.connect(), this.wait.next())
  }

  /** Gives up a line on which nothing is heard from now on. */
  private expectWord(abort: AbortController) {
    clearTimeout(this.silence)
    this.silence = setTimeout(() => abort.abort(), SILENCE)
  }

  private async read(body: ReadableStream<Uint8Array>, abort: AbortController) {
    const parser = createParser({
      onEvent: (event) => {
        this.wait.reset()
        if (event.id !== undefined) this.lastEventId = event.id
        this.environment.onEvent(event)
      },
    })
    const decoder = new TextDecoder()
    const reader = body.getReader()
    abort.signal.addEventListener('abort', () => {
      void reader.cancel().catch(() => undefined)
    })
    for (;;) {
      this.expectWord(abort)
      const { done, value } = await reader.read()
      if (done) return
      parser.feed(decoder.decode(value, { stream: true }))
    }
  }
}
