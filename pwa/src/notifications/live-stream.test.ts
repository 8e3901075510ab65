import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LiveStream } from './live-stream'

const WAIT = 1000

/** A stream that the test writes to. */
function body() {
  let controller!: ReadableStreamDefaultController<Uint8Array>
  const stream = new ReadableStream<Uint8Array>({ start: (it) => void (controller = it) })
  return {
    response: new Response(stream),
    write: (text: string) => controller.enqueue(new TextEncoder().encode(text)),
    end: () => controller.close(),
  }
}

function listen(responses: (() => Promise<Response>)[]) {
  const events: { event: string | undefined; data: string }[] = []
  const asked: (string | undefined)[] = []
  const onOpen = vi.fn()
  const onLost = vi.fn()
  const stream = new LiveStream({
    open: (lastEventId) => {
      asked.push(lastEventId)
      return responses.shift()?.() ?? new Promise(() => undefined)
    },
    onEvent: ({ event, data }) => events.push({ event, data }),
    onOpen,
    onLost,
    wait: { next: () => WAIT, reset: () => undefined },
  })
  stream.start()
  return { stream, events, asked, onOpen, onLost }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('the live stream', () => {
  it('tells events as they come, however the bytes are cut', async () => {
    const first = body()
    const { events, onOpen } = listen([() => Promise.resolve(first.response)])
    await vi.advanceTimersByTimeAsync(0)
    expect(onOpen.mock.calls).toEqual([[true]])
    first.write('id: 1\nevent: unr')
    first.write('ead\ndata: {"count":2}\n\n')
    await vi.advanceTimersByTimeAsync(0)
    expect(events).toEqual([{ event: 'unread', data: '{"count":2}' }])
  })

  it('comes back after an end and says the last event it saw', async () => {
    const first = body()
    const second = body()
    const { asked, onOpen, onLost } = listen([
      () => Promise.resolve(first.response),
      () => Promise.resolve(second.response),
    ])
    await vi.advanceTimersByTimeAsync(0)
    first.write('id: 42\ndata: x\n\n')
    await vi.advanceTimersByTimeAsync(0)
    first.end()
    await vi.advanceTimersByTimeAsync(0)
    expect(onLost).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(WAIT)
    expect(asked).toEqual([undefined, '42'])
    expect(onOpen.mock.calls).toEqual([[true], [false]])
  })

  it('keeps trying while the server is away', async () => {
    const { asked, onOpen, onLost } = listen([
      () => Promise.resolve(new Response(null, { status: 503 })),
      () => Promise.reject(new TypeError('offline')),
      () => Promise.resolve(body().response),
    ])
    await vi.advanceTimersByTimeAsync(2 * WAIT)
    expect(asked).toHaveLength(3)
    expect(onLost).toHaveBeenCalledTimes(2)
    expect(onOpen).toHaveBeenCalledTimes(1)
  })

  it('takes a silent line for a dead one', async () => {
    const { asked } = listen([() => Promise.resolve(new Response(new ReadableStream()))])
    await vi.advanceTimersByTimeAsync(0)
    expect(asked).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(65_000 + WAIT)
    expect(asked).toHaveLength(2)
  })

  it('stays silent once stopped', async () => {
    const first = body()
    const { stream, asked, onLost } = listen([() => Promise.resolve(first.response)])
    await vi.advanceTimersByTimeAsync(0)
    stream.stop()
    await vi.advanceTimersByTimeAsync(120_000)
    expect(asked).toHaveLength(1)
    expect(onLost).not.toHaveBeenCalled()
  })
})
