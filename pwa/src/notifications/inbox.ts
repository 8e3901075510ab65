import { defineStore } from 'pinia'
import { fetchAuthorized, pushApi } from '@/api/clients'
import { amendLastSeen } from '@/api/last-seen'
import { answer } from '@/api/problem'
import type { InboxEntry } from '@/api/types'
import { live } from '@/app/live'
import { cursorList } from '@/paging/cursor-list'
import { LiveStream } from './live-stream'

/** Entries that are shown without a network. */
const MOST_KEPT = 50
/** How often the count is asked for while the live stream is away. */
const ASK_EVERY = 60_000
/** A stream that has not said the count by then may never: too many are open, or something holds it back. */
const SAYS_WITHIN = 3000

/** What the member was told, and the live count at the bell. */
export const useInbox = defineStore('inbox', () => {
  /** Whether the member sees on the screen what an entry tells. */
  let inSight: (entry: InboxEntry) => boolean = () => false
  let asking: ReturnType<typeof setInterval> | undefined
  let silent: ReturnType<typeof setTimeout> | undefined
  /** How many counts the stream has said. */
  let heard = 0
  /** Whether what happened before the stream's first word may have been missed. */
  let missed = false

  const list = cursorList<InboxEntry>(
    (cursor) =>
      answer(pushApi.GET('/inbox', { params: { query: cursor === undefined ? {} : { cursor } } })),
    (entry) => entry.id,
  )

  /** Takes the count from an answer, unless the stream has said a newer one meanwhile. */
  async function count(request: () => Promise<{ count: number }>) {
    const before = heard
    const answered = await request()
    if (heard === before) live.news = answered.count
  }

  function askCount() {
    count(() => answer(pushApi.GET('/inbox/unread-count'))).catch(() => {
      // The next time will do: a bell is no reason to disturb.
    })
  }

  const readUpTo = (id: string) =>
    count(() => answer(pushApi.PUT('/inbox/read', { body: { upTo: id } })))

  const stream = new LiveStream({
    open: (lastEventId, signal) =>
      fetchAuthorized(
        new Request('/api/push/stream', {
          headers: {
            Accept: 'text/event-stream',
            ...(lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }),
          },
          cache: 'no-store',
          signal,
        }),
      ),
    onEvent({ event, data }) {
      if (event === 'unread') {
        heard++
        if (missed) live.beginnings++
        missed = false
        live.news = (JSON.parse(data) as { count: number }).count
      } else if (event === 'notification') {
        const entry = JSON.parse(data) as InboxEntry
        // Nothing else waits, so marking up to this one marks this one only.
        if (live.news === 0 && inSight(entry)) void readUpTo(entry.id).catch(() => undefined)
        else live.latest = entry
        if (list.phase !== 'idle') list.prepend(entry)
        amendLastSeen<{ items: InboxEntry[] }>('/api/push/inbox', (page) => ({
          ...page,
          items: [
            entry,
            // Of what is unread in one room the service keeps the newest word only.
            ...page.items.filter(
              (known) =>
                known.id !== entry.id &&
                (entry.kind !== 'CHAT_MESSAGE' ||
                  known.kind !== 'CHAT_MESSAGE' ||
                  known.read ||
                  known.target.roomId !== entry.target.roomId),
            ),
          ].slice(0, MOST_KEPT),
        }))
      }
    },
    // The stream begins with the count.
    onOpen(anew) {
      missed ||= anew
      clearInterval(asking)
      asking = undefined
    },
    onLost() {
      if (asking !== undefined) return
      askCount()
      asking = setInterval(askCount, ASK_EVERY)
    },
  })

  return {
    list,
    start() {
      stream.start()
      clearTimeout(silent)
      silent = setTimeout(() => {
        if (heard === 0) askCount()
      }, SAYS_WITHIN)
    },
    stop() {
      clearTimeout(silent)
      clearInterval(asking)
      asking = undefined
      stream.stop()
    },
    wake: () => stream.wake(),
    /** Entries about what is on the screen do not ring. */
    quietWhile(seen: (entry: InboxEntry) => boolean) {
      inSight = seen
    },

    /** Everything up to the newest entry shown counts as seen. */
    async readAll() {
      const newest = list.items[0]
      if (newest) await readUpTo(newest.id)
    },
  }
})
