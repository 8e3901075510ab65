import { defineStore } from 'pinia'
import { computed, reactive, ref } from 'vue'
import { chatApi } from '@/api/clients'
import { answer, asProblem, type Problem } from '@/api/problem'
import type { Room, RoomMessage } from '@/api/types'
import { useSession } from '@/session/session'
import { shrinkImage } from '@/ui/shrink-image'
import { ChatSocket, type SocketState } from './chat-socket'
import type { ServerFrame } from './frames'
import {
  acknowledge,
  append,
  emptyLog,
  lastSeq,
  merge,
  toLine,
  type Pending,
  type RoomLog,
} from './room-log'

/** Lines fetched at a time. */
const PAGE = 50
/** As many as one sync frame may name; older rooms are quiet ones. */
const MOST_ROOMS = 200
/** A message without an answer by then is shown as failed, to be sent again by hand. */
const ANSWER_WITHIN = 12_000

/** My rooms, what was said there, and the one socket over which it goes. */
export const useChat = defineStore('chat', () => {
  const session = useSession()
  const rooms = ref<Room[]>([])
  const phase = ref<'idle' | 'loading' | 'ready' | 'failed'>('idle')
  const problem = ref<Problem>()
  const connection = ref<SocketState>('stopped')
  const logs = reactive(new Map<string, RoomLog>())
  /** The room on the screen: what arrives there is read at once. */
  const watched = ref<string>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const drafts = reactive(new Map<string, string>())
  const catching = new Map<string, Promise<void>>()

  const unread = computed(() => rooms.value.reduce((sum, room) => sum + room.unread, 0))
  const me = () => ({ id: session.profile?.id ?? '', nickname: session.profile?.nickname ?? '' })

  const socket = new ChatSocket({
    ticket: async () => (await answer(chatApi.POST('/tickets'))).ticket,
    open(ticket) {
      const url = new URL('/api/chat/socket', window.location.href)
      url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
      url.searchParams.set('ticket', ticket)
      return new WebSocket(url) as never
    },
    known: () =>
      Object.fromEntries(
        rooms.value.map((room) => {
          const log = logs.get(room.dealId)
          return [room.dealId, log?.fetched ? lastSeq(log) : room.lastSeq]
        }),
      ),
    onFrame: hear,
    onState(state) {
      connection.value = state
      if (state === 'online') {
        sendWaiting()
        look()
      }
    },
  })

  function logOf(roomId: string): RoomLog {
    const known = logs.get(roomId)
    if (known) return known
    logs.set(roomId, emptyLog())
    return logs.get(roomId) as RoomLog
  }

  function hear(frame: ServerFrame) {
    switch (frame.type) {
      case 'message':
      case 'notice':
        arrive(frame.roomId, frame)
        return
      case 'ack': {
        clearTimeout(timers.get(frame.clientId))
        if (acknowledge(logOf(frame.roomId), frame, me()) === 'gap') void catchUp(frame.roomId)
        return
      }
      case 'read':
        if (frame.memberId === session.profile?.id) markReadLocally(frame.roomId, frame.seq)
        return
      case 'error':
        if (frame.clientId) failByClientId(frame.clientId)
        return
      default:
    }
  }

  function arrive(roomId: string, entry: RoomMessage) {
    const log = logs.get(roomId)
    if (log?.fetched && append(log, toLine(entry)) === 'gap') void catchUp(roomId)
    const room = rooms.value.find(({ dealId }) => dealId === roomId)
    if (!room) {
      void loadRooms()
      return
    }
    if (entry.seq <= room.lastSeq) return
    room.lastSeq = entry.seq
    room.lastMessage = entry
    room.lastAt = entry.at
    if (entry.type === 'notice' && entry.kind !== 'JOINED') void loadRooms()
    else if (entry.sender?.id === session.profile?.id) room.readSeq = entry.seq
    else if (entry.sender && watched.value !== roomId) room.unread++
    rooms.value.sort((a, b) => b.lastAt.localeCompare(a.lastAt))
    if (watched.value === roomId) markRead(roomId)
  }

  /** Fetches what is missing after the last line, once at a time per room. */
  function catchUp(roomId: string): Promise<void> {
    const running = catching.get(roomId)
    if (running) return running
    const promise = (async () => {
      const log = logOf(roomId)
      let more = true
      while (more) {
        const page = await answer(
          chatApi.GET('/rooms/{dealId}/messages', {
            params: { path: { dealId: roomId }, query: { after: lastSeq(log), limit: PAGE } },
          }),
        )
        merge(log, page.items.map(toLine))
        more = page.next !== null && page.items.length > 0
      }
    })()
      .catch(() => undefined) // the next frame or the next sync tries again
      .finally(() => catching.delete(roomId))
    catching.set(roomId, promise)
    return promise
  }

  async function loadRooms() {
    if (phase.value !== 'ready') phase.value = 'loading'
    try {
      const all: Room[] = []
      let cursor: string | null | undefined
      do {
        const page = await answer(
          chatApi.GET('/rooms', {
            params: { query: { limit: 100, ...(cursor ? { cursor } : {}) } },
          }),
        )
        all.push(...page.items)
        cursor = page.next
      } while (cursor && all.length < MOST_ROOMS)
      rooms.value = all
      phase.value = 'ready'
      problem.value = undefined
    } catch (error) {
      problem.value = asProblem(error)
      if (phase.value !== 'ready') phase.value = 'failed'
    }
  }

  /** @throws Problem when the history cannot be fetched */
  async function openRoom(roomId: string) {
    const log = logOf(roomId)
    if (!rooms.value.some(({ dealId }) => dealId === roomId)) await loadRooms()
    if (log.fetched) {
      await catchUp(roomId)
      return
    }
    const page = await answer(
      chatApi.GET('/rooms/{dealId}/messages', {
        params: { path: { dealId: roomId }, query: { limit: PAGE } },
      }),
    )
    merge(log, page.items.map(toLine))
    log.older = page.next !== null
    log.fetched = true
  }

  async function loadOlder(roomId: string) {
    const log = logOf(roomId)
    const first = log.lines[0]?.seq
    if (!log.older || first === undefined) return
    const page = await answer(
      chatApi.GET('/rooms/{dealId}/messages', {
        params: { path: { dealId: roomId }, query: { before: first, limit: PAGE } },
      }),
    )
    merge(log, page.items.map(toLine))
    log.older = page.next !== null
  }

  function markReadLocally(roomId: string, seq: number) {
    const room = rooms.value.find(({ dealId }) => dealId === roomId)
    if (!room || seq <= room.readSeq) return
    room.readSeq = seq
    if (seq >= room.lastSeq) room.unread = 0
  }

  /** Marks everything in the room as read, here and at the server. */
  function markRead(roomId: string) {
    const room = rooms.value.find(({ dealId }) => dealId === roomId)
    if (!room || document.visibilityState !== 'visible') return
    const seq = Math.max(room.lastSeq, lastSeq(logOf(roomId)))
    if (seq > room.readSeq) socket.send({ type: 'read', roomId, seq })
    room.readSeq = Math.max(room.readSeq, seq)
    room.unread = 0
  }

  /** Says which room is in view. */
  function look() {
    const seen = document.visibilityState === 'visible' ? watched.value : undefined
    socket.send({ type: 'look', roomId: seen ?? null })
  }

  async function upload(roomId: string, pending: Pending) {
    if (!pending.picture) return
    try {
      const body = new FormData()
      body.append('file', await shrinkImage(pending.picture.file), 'picture.jpg')
      const { id } = await answer(
        chatApi.POST('/images', {
          body: body as never,
          bodySerializer: (form: unknown) => form as FormData,
        }),
      )
      pending.imageId = id
      post(roomId, pending)
    } catch {
      failByClientId(pending.clientId)
    }
  }

  function post(roomId: string, pending: Pending) {
    pending.state = 'sending'
    const { clientId, text, imageId, picture } = pending
    clearTimeout(timers.get(clientId))
    if (picture && imageId === undefined) {
      void upload(roomId, pending)
      return
    }
    const content = imageId === undefined ? { text } : { imageId }
    if (!socket.send({ type: 'send', roomId, clientId, ...content })) return
    timers.set(
      clientId,
      setTimeout(() => failByClientId(clientId), ANSWER_WITHIN),
    )
  }

  function sendWaiting() {
    for (const [roomId, log] of logs)
      for (const pending of log.pending)
        // A picture that is on its way posts itself when it has arrived.
        if (pending.state === 'sending' && (!pending.picture || pending.imageId !== undefined))
          post(roomId, pending)
    if (watched.value !== undefined) markRead(watched.value)
  }

  function failByClientId(clientId: string) {
    clearTimeout(timers.get(clientId))
    for (const log of logs.values()) {
      const pending = log.pending.find((candidate) => candidate.clientId === clientId)
      if (pending) pending.state = 'failed'
    }
  }

  return {
    rooms,
    phase,
    problem,
    connection,
    watched,
    unread,
    logOf,
    loadRooms,
    openRoom,
    loadOlder,

    /** Connects as soon as somebody is signed in. */
    async start() {
      await loadRooms()
      socket.start()
    },
    wake: () => socket.wake(),
    stop: () => socket.stop(),

    watch(roomId: string | undefined) {
      watched.value = roomId
      look()
      if (roomId !== undefined) markRead(roomId)
    },

    /** What is written in a room and not said yet. */
    draftOf: (roomId: string) => drafts.get(roomId) ?? '',
    keepDraft: (roomId: string, text: string) => drafts.set(roomId, text),

    /** Says something; it stays visible as being sent until the server has stored it. */
    say(roomId: string, text: string) {
      const log = logOf(roomId)
      log.pending.push({
        clientId: crypto.randomUUID(),
        text,
        at: new Date().toISOString(),
        state: 'sending',
      })
      const pending = log.pending.at(-1)
      if (pending) post(roomId, pending)
    },

    /** Sends a picture; it is shown while it is on its way. */
    show(roomId: string, file: Blob) {
      const log = logOf(roomId)
      log.pending.push({
        clientId: crypto.randomUUID(),
        text: '',
        picture: { file, preview: URL.createObjectURL(file) },
        at: new Date().toISOString(),
        state: 'sending',
      })
      const pending = log.pending.at(-1)
      if (pending) post(roomId, pending)
    },

    /** Sends a failed message again under the same client id, over HTTP where the socket is away. */
    async retry(roomId: string, pending: Pending) {
      post(roomId, pending)
      const { clientId, text, imageId, picture } = pending
      if (connection.value === 'online' || (picture && imageId === undefined)) return
      try {
        await answer(
          chatApi.POST('/rooms/{dealId}/messages', {
            params: { path: { dealId: roomId } },
            body: { clientId, ...(imageId === undefined ? { text } : { imageId }) },
          }),
        )
        await catchUp(roomId)
      } catch {
        failByClientId(clientId)
      }
    },

    discard(roomId: string, clientId: string) {
      const log = logOf(roomId)
      const dropped = log.pending.find((pending) => pending.clientId === clientId)
      if (dropped?.picture) URL.revokeObjectURL(dropped.picture.preview)
      log.pending = log.pending.filter((pending) => pending !== dropped)
    },
  }
})
