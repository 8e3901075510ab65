import { defineStore } from 'pinia'
import { reactive, ref, watch } from 'vue'
import { chatApi } from '@/api/clients'
import { showsLastSeen } from '@/api/last-seen'
import { answer, asProblem, type Problem } from '@/api/problem'
import type { Room, RoomMessage } from '@/api/types'
import { randomUuid } from '@/api/random-uuid'
import { uploadPicture } from '@/api/upload'
import { backoff } from '@/app/backoff'
import { live } from '@/app/live'
import { allPages } from '@/paging/all-pages'
import { useSession } from '@/session/session'
import { shrinkImage, UnreadableImage } from '@/ui/shrink-image'
import { ChatSocket, type SocketState } from './chat-socket'
import type { ServerFrame } from './frames'
import { expectedRoom, roomCame } from './expected-room'
import { keepEntries, keepRooms, LINES_AT_A_TIME, ROOMS_AT_A_TIME } from './kept-rooms'
import {
  acknowledged,
  append,
  emptyLog,
  lastSeq,
  merge,
  settle,
  toEntry,
  toLine,
  type Pending,
  type RoomLog,
} from './room-log'
import { draftOf, keepDraft } from './room-draft'
import { roomReaders } from './readers'
import { dropWaiting, keepWaiting, waitingOf } from './waiting'
import { roomWriters } from './writers'

/** As many as one sync frame may name; older rooms are quiet ones. */
const MOST_ROOMS = 200
/** How often the list is asked for a room that must be there soon. */
const MOST_ASKS = 8
/** Parts of a history that are fetched at once to begin where one had read. */
const MOST_PARTS = 8
/** A line that hangs is given up after this long. Milliseconds. */
const TICKET_WITHIN = 10_000
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
  /** Messages that are written down on this device, with the address of their picture in memory. */
  const written = new Map<string, string | undefined>()
  /** Pictures on their way: once at a time each. */
  const uploading = new Set<string>()
  let restoring: Promise<void> | undefined
  let loading: Promise<void> | undefined
  const catching = new Map<string, Promise<void>>()

  // A start without a network shows the rooms as they are now, not as they were when they were asked for.
  watch(rooms, () => keepRooms(rooms.value), { deep: true })
  watch(
    () => rooms.value.reduce((sum, room) => sum + room.unread, 0),
    (unread) => (live.messages = unread),
  )
  const me = () => ({ id: session.profile?.id ?? '', nickname: session.profile?.nickname ?? '' })

  const socket = new ChatSocket({
    ticket: async () =>
      (await answer(chatApi.POST('/tickets', { signal: AbortSignal.timeout(TICKET_WITHIN) })))
        .ticket,
    open(ticket) {
      const url = new URL('/api/chat/socket', window.location.href)
      url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
      url.searchParams.set('frames', 'several')
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
        // A room that was made between the list and the connection is told of by neither.
        void loadRooms()
        sendWaiting()
        look()
        // What was read meanwhile is told by no frame any more.
        if (watched.value !== undefined) void loadReaders(watched.value)
      } else {
        // Nobody can answer now: what was sent without an answer is sent again, and has not failed.
        for (const timer of timers.values()) clearTimeout(timer)
        timers.clear()
        writers.clear()
      }
    },
  })

  const readers = roomReaders()
  const writers = roomWriters((roomId) => socket.send({ type: 'typing', roomId }))

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
        const log = logOf(frame.roomId)
        const line = acknowledged(log, frame, me())
        if (line) {
          const entry = toEntry(frame.roomId, line)
          keepEntries(frame.roomId, [entry])
          noteNewest(frame.roomId, entry)
        }
        // A room that was not opened yet has no lines to go on from; they come when it is opened.
        if (!log.fetched) settle(log, frame.clientId)
        else if (line && append(log, line) === 'gap') void catchUp(frame.roomId)
        strikeOff()
        return
      }
      case 'read':
        readers.read(frame.roomId, frame.memberId, frame.seq)
        if (frame.memberId === session.profile?.id) markReadLocally(frame.roomId, frame.seq)
        return
      case 'typing':
        if (frame.memberId !== session.profile?.id) writers.hear(frame.roomId, frame.memberId)
        return
      case 'error':
        if (frame.clientId) failByClientId(frame.clientId)
        return
      default:
    }
  }

  /** @returns whether the list of rooms did not know of it yet */
  function noteNewest(roomId: string, entry: RoomMessage): boolean {
    const room = rooms.value.find(({ dealId }) => dealId === roomId)
    if (!room || entry.seq <= room.lastSeq) return false
    room.lastSeq = entry.seq
    room.lastMessage = entry
    room.lastAt = entry.at
    // Where it was read to stays while it is still to be shown.
    if (entry.sender?.id === me().id && room.unread === 0) room.readSeq = entry.seq
    rooms.value.sort((a, b) => b.lastAt.localeCompare(a.lastAt))
    return true
  }

  function arrive(roomId: string, entry: RoomMessage) {
    keepEntries(roomId, [entry])
    const from = entry.sender ?? entry.member
    if (from) {
      writers.drop(roomId, from.id)
      if (entry.kind === 'LEFT') readers.leave(roomId, from.id)
      else readers.read(roomId, from.id, entry.seq)
    }
    const log = logs.get(roomId)
    if (log && !log.fetched) settle(log, entry.clientId)
    else if (log && append(log, toLine(entry)) === 'gap') void catchUp(roomId)
    strikeOff()
    const room = rooms.value.find(({ dealId }) => dealId === roomId)
    if (!room) {
      void loadRooms()
      return
    }
    if (!noteNewest(roomId, entry)) return
    if (entry.type === 'notice' && entry.kind !== 'JOINED') void loadRooms()
    else if (entry.sender && entry.sender.id !== me().id && watched.value !== roomId) room.unread++
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
            params: {
              path: { dealId: roomId },
              query: { after: lastSeq(log), limit: LINES_AT_A_TIME },
            },
          }),
        )
        merge(log, page.items.map(toLine))
        keepEntries(roomId, page.items)
        strikeOff()
        more = page.next !== null && page.items.length > 0
      }
    })()
      .catch(() => undefined) // the next frame or the next sync tries again
      .finally(() => catching.delete(roomId))
    catching.set(roomId, promise)
    return promise
  }

  /** A first load that is under way is joined; later ones always ask, since something has changed. */
  function loadRooms(): Promise<void> {
    if (phase.value === 'loading' && loading) return loading
    loading = fetchRooms()
    return loading
  }

  async function fetchRooms() {
    if (phase.value !== 'ready') phase.value = 'loading'
    try {
      rooms.value = await allPages<Room>(
        (at) =>
          answer(chatApi.GET('/rooms', { params: { query: { limit: ROOMS_AT_A_TIME, ...at } } })),
        (sofar) => sofar.length >= MOST_ROOMS,
      )
      phase.value = 'ready'
      problem.value = undefined
      // The list may be older than what was read meanwhile.
      if (watched.value !== undefined) markRead(watched.value)
    } catch (error) {
      problem.value = asProblem(error)
      if (phase.value !== 'ready') phase.value = 'failed'
    }
  }

  /** Asks for the list until the room of a deal that was just opened is in it, for a while. */
  async function awaitRoom() {
    const wait = backoff(600, 4000)
    for (let asks = 0; asks < MOST_ASKS; asks++) {
      const expected = expectedRoom()
      if (expected === null) return
      if (phase.value === 'ready' && rooms.value.some(({ dealId }) => dealId === expected)) break
      await new Promise((resolve) => setTimeout(resolve, wait.next()))
      await loadRooms()
    }
    if (problem.value === undefined) roomCame()
  }

  /** Only a help beside the talk: where it cannot be told, nothing is said. */
  async function loadReaders(roomId: string) {
    const know = readers.ask(roomId)
    try {
      const { items } = await answer(
        chatApi.GET('/rooms/{dealId}/readers', { params: { path: { dealId: roomId } } }),
      )
      know(items)
    } catch {
      // The next opening, or the next connection, asks again.
    }
  }

  /** The newest part of a room's history and, where it was read before, all since then; not for ever. */
  async function historySince(roomId: string, readSeq: number | undefined) {
    const part = (before?: number) =>
      answer(
        chatApi.GET('/rooms/{dealId}/messages', {
          params: {
            path: { dealId: roomId },
            query: { limit: LINES_AT_A_TIME, ...(before === undefined ? {} : { before }) },
          },
        }),
      )
    let { items, next } = await part()
    for (let parts = 1; parts < MOST_PARTS && next !== null; parts++) {
      const first = items[0]?.seq
      if (first === undefined || readSeq === undefined || first <= readSeq + 1) break
      if (showsLastSeen.value) break // nobody answers now
      try {
        const earlier = await part(first)
        items = [...earlier.items, ...items]
        next = earlier.next
      } catch {
        break // the newest is enough to begin with
      }
    }
    return { items, older: next !== null }
  }

  /** @throws Problem when the history cannot be fetched */
  async function openRoom(roomId: string) {
    const log = logOf(roomId)
    await restoreWaiting()
    if (!rooms.value.some(({ dealId }) => dealId === roomId)) await loadRooms()
    if (log.fetched) {
      await catchUp(roomId)
      return
    }
    const roomNow = () => rooms.value.find(({ dealId }) => dealId === roomId)
    const room = roomNow()
    const history = await historySince(roomId, room && room.unread > 0 ? room.readSeq : undefined)
    merge(log, history.items.map(toLine))
    log.older = history.older
    log.fetched = true
    strikeOff()
    // Said while the history was on its way.
    if ((roomNow()?.lastSeq ?? 0) > lastSeq(log)) await catchUp(roomId)
  }

  async function loadOlder(roomId: string) {
    const log = logOf(roomId)
    const first = log.lines[0]?.seq
    if (!log.older || first === undefined) return
    const page = await answer(
      chatApi.GET('/rooms/{dealId}/messages', {
        params: { path: { dealId: roomId }, query: { before: first, limit: LINES_AT_A_TIME } },
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
    room.unread = 0
    // Not told yet, as while the socket comes back: it is told again when it is there.
    if (seq > room.readSeq && socket.send({ type: 'read', roomId, seq })) room.readSeq = seq
  }

  /** Says which room is in view. */
  function look() {
    const seen = document.visibilityState === 'visible' ? watched.value : undefined
    socket.send({ type: 'look', roomId: seen ?? null })
  }

  /** Writes down what is still to be sent; what cannot be written down is at least sent. */
  function writeDown(roomId: string, pending: Pending) {
    const { clientId, text, imageId, picture, at, state, unreadable = false } = pending
    written.set(clientId, picture?.preview)
    void keepWaiting({
      memberId: me().id,
      roomId,
      clientId,
      text,
      imageId,
      picture: picture?.file,
      at,
      state,
      unreadable,
    }).catch(() => undefined)
  }

  /** Strikes off what waits no more. */
  function strikeOff() {
    const waiting = new Set(
      [...logs.values()].flatMap(({ pending }) => pending.map(({ clientId }) => clientId)),
    )
    for (const [clientId, preview] of written) {
      if (waiting.has(clientId)) continue
      written.delete(clientId)
      clearTimeout(timers.get(clientId))
      timers.delete(clientId)
      if (preview !== undefined) URL.revokeObjectURL(preview)
      void dropWaiting(clientId).catch(() => undefined)
    }
  }

  /** Takes up, once, what an earlier visit could not send. */
  function restoreWaiting(): Promise<void> {
    restoring ??= waitingOf(me().id)
      .then((messages) => {
        for (const {
          roomId,
          picture,
          clientId,
          text,
          imageId,
          at,
          state,
          unreadable,
        } of messages) {
          const { pending } = logOf(roomId)
          if (pending.some((known) => known.clientId === clientId)) continue
          const preview = picture && URL.createObjectURL(picture)
          written.set(clientId, preview)
          pending.push({
            clientId,
            text,
            imageId,
            picture: picture && preview ? { file: picture, preview, sent: 0 } : undefined,
            at,
            state,
            unreadable: unreadable ?? false,
          })
        }
      })
      .catch(() => undefined) // no storage, nothing to take up
    return restoring
  }

  async function upload(roomId: string, pending: Pending) {
    const { picture, clientId } = pending
    if (!picture || uploading.has(clientId)) return
    uploading.add(clientId)
    picture.sent = 0
    try {
      pending.imageId = await uploadPicture(
        '/api/chat/images',
        await shrinkImage(picture.file),
        (share) => (picture.sent = share),
      )
      if (!logOf(roomId).pending.includes(pending)) return // given up meanwhile
      writeDown(roomId, pending)
      post(roomId, pending)
    } catch (error) {
      pending.unreadable = error instanceof UnreadableImage
      // Without a network it waits as words do.
      if (pending.unreadable || asProblem(error).status !== 0 || connection.value === 'online')
        failByClientId(clientId)
    } finally {
      uploading.delete(clientId)
    }
  }

  function post(roomId: string, pending: Pending) {
    pending.state = 'sending'
    const { clientId, text, imageId, picture } = pending
    clearTimeout(timers.get(clientId))
    if (picture && imageId === undefined) {
      if (connection.value === 'online') void upload(roomId, pending)
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
      for (const pending of log.pending) if (pending.state === 'sending') post(roomId, pending)
    if (watched.value !== undefined) markRead(watched.value)
  }

  function failByClientId(clientId: string) {
    clearTimeout(timers.get(clientId))
    for (const [roomId, log] of logs) {
      const pending = log.pending.find((candidate) => candidate.clientId === clientId)
      if (!pending) continue
      pending.state = 'failed'
      writeDown(roomId, pending)
    }
  }

  /** Lets a message wait in its room, on the screen and on the device, and sends it when it can. */
  function begin(roomId: string, message: Pick<Pending, 'text' | 'picture'>) {
    const { pending } = logOf(roomId)
    pending.push({
      clientId: randomUuid(),
      at: new Date().toISOString(),
      state: 'sending',
      ...message,
    })
    const begun = pending.at(-1)
    if (!begun) return
    writeDown(roomId, begun)
    post(roomId, begun)
  }

  return {
    rooms,
    phase,
    problem,
    connection,
    watched,
    logOf,
    loadRooms,
    awaitRoom,
    openRoom,
    loadOlder,

    /** Connects as soon as somebody is signed in. */
    async start() {
      await Promise.all([loadRooms(), restoreWaiting()])
      socket.start()
    },
    wake: () => socket.wake(),
    /** The device has lost its network. */
    lose: () => socket.giveUp(),
    stop: () => socket.stop(),

    watch(roomId: string | undefined) {
      const before = watched.value
      watched.value = roomId
      look()
      // Before there is a connection nothing would go on from the answer.
      if (roomId !== undefined && roomId !== before && connection.value === 'online')
        void loadReaders(roomId)
      if (roomId !== undefined) markRead(roomId)
    },

    /** How many others have not read what I said in a room: by its number there. */
    unreadBy: (roomId: string) => readers.unreadBy(roomId, me().id),

    /** Who is writing in a room besides me: ids of members. */
    writersIn: (roomId: string) => writers.of(roomId),

    /** Tells the others in a room that something is being written, as often as it is called or less. */
    write: (roomId: string) => writers.write(roomId),

    /** What is written in a room and not said yet; it outlives the page. */
    draftOf: (roomId: string) => drafts.get(roomId) ?? draftOf(me().id, roomId),
    keepDraft(roomId: string, text: string) {
      drafts.set(roomId, text)
      keepDraft(me().id, roomId, text)
    },

    /** Says something; it stays visible as being sent until the server has stored it. */
    say(roomId: string, text: string) {
      writers.done(roomId)
      begin(roomId, { text })
    },

    /** Sends a picture; it is shown while it is on its way. */
    show(roomId: string, file: Blob) {
      begin(roomId, { text: '', picture: { file, preview: URL.createObjectURL(file), sent: 0 } })
    },

    /** Sends a failed message again under the same client id, over HTTP where the socket is away. */
    async retry(roomId: string, pending: Pending) {
      post(roomId, pending)
      writeDown(roomId, pending)
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
      log.pending = log.pending.filter((pending) => pending.clientId !== clientId)
      strikeOff()
    },
  }
})
