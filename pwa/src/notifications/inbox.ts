import { defineStore } from 'pinia'
import { ref } from 'vue'
import { fetchAuthorized, pushApi } from '@/api/clients'
import { answer } from '@/api/problem'
import type { InboxEntry } from '@/api/types'
import { cursorList } from '@/paging/cursor-list'
import { LiveStream } from './live-stream'

/** How often the count is asked for while the live stream is away. */
const ASK_EVERY = 60_000

/** What the member was told, and the live count at the bell. */
export const useInbox = defineStore('inbox', () => {
  const unread = ref(0)
  /** The newest live entry, for the word that pops up. */
  const latest = ref<InboxEntry>()
  let asking: ReturnType<typeof setInterval> | undefined

  const list = cursorList<InboxEntry>(
    (cursor) =>
      answer(pushApi.GET('/inbox', { params: { query: cursor === undefined ? {} : { cursor } } })),
    (entry) => entry.id,
  )

  async function askCount() {
    try {
      unread.value = (await answer(pushApi.GET('/inbox/unread-count'))).count
    } catch {
      // The next time will do: a bell is no reason to disturb.
    }
  }

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
        unread.value = (JSON.parse(data) as { count: number }).count
      } else if (event === 'notification') {
        const entry = JSON.parse(data) as InboxEntry
        latest.value = entry
        if (list.phase !== 'idle') list.prepend(entry)
      }
    },
    onOpen() {
      clearInterval(asking)
      asking = undefined
      void askCount()
    },
    onLost() {
      asking ??= setInterval(() => void askCount(), ASK_EVERY)
    },
  })

  return {
    unread,
    latest,
    list,
    start() {
      void askCount()
      stream.start()
    },
    stop() {
      clearInterval(asking)
      stream.stop()
    },
    wake: () => stream.wake(),

    /** Everything up to the newest entry shown counts as seen. */
    async readAll() {
      const newest = list.items[0]
      if (!newest) return
      await answer(pushApi.PUT('/inbox/read', { body: { upTo: newest.id } }))
      await askCount()
    },
  }
})
