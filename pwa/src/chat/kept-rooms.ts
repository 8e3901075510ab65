import { amendLastSeen } from '@/api/last-seen'
import type { MessagePage, Room, RoomMessage, RoomPage } from '@/api/types'

/** How many are asked for at a time, which is also how many are kept. */
export const ROOMS_AT_A_TIME = 100
export const LINES_AT_A_TIME = 50

/** Keeps, of a room that is kept, what it went on with over the socket. What comes after a gap is left out. */
export function keepEntries(roomId: string, entries: readonly RoomMessage[]): void {
  amendLastSeen<MessagePage>(
    `/api/chat/rooms/${roomId}/messages?limit=${LINES_AT_A_TIME}`,
    (page) => {
      const items = [...page.items]
      for (const entry of entries) if (entry.seq === (items.at(-1)?.seq ?? 0) + 1) items.push(entry)
      const last = items.at(-1)
      if (!last || items.length === page.items.length) return page
      const newest = items.slice(-LINES_AT_A_TIME)
      const next = newest.length < items.length ? String(newest[0]?.seq) : page.next
      return { ...page, items: newest, lastSeq: last.seq, next }
    },
  )
}

/** Keeps the list of rooms as it is. */
export function keepRooms(rooms: readonly Room[]): void {
  amendLastSeen<RoomPage>(`/api/chat/rooms?limit=${ROOMS_AT_A_TIME}`, (page) =>
    // Of more rooms than one page holds, it is the page that is right.
    page.next === null ? { ...page, items: [...rooms] } : page,
  )
}
