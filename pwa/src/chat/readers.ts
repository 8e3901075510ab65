import { reactive } from 'vue'

/** A member of a room, and the number up to which they have read. */
export interface Reader {
  memberId: string
  seq: number
}

/** How far everybody has read, by room. Of a room that was not asked for, nothing is known. */
export function roomReaders() {
  const rooms = reactive(new Map<string, Map<string, number>>())
  /** What happened since a room was asked for, which its answer may not know of; the last question counts. */
  const since = new Map<string, ((marks: Map<string, number>) => void)[]>()

  function happen(roomId: string, change: (marks: Map<string, number>) => void) {
    const marks = rooms.get(roomId)
    if (marks) change(marks)
    since.get(roomId)?.push(change)
  }

  return {
    /**
     * Begins to ask who is in a room.
     * @returns takes the answer
     */
    ask(roomId: string): (readers: readonly Reader[]) => void {
      const changes: ((marks: Map<string, number>) => void)[] = []
      since.set(roomId, changes)
      return (readers) => {
        if (since.get(roomId) !== changes) return
        since.delete(roomId)
        const before = rooms.get(roomId)
        const marks = new Map<string, number>()
        for (const { memberId, seq } of readers)
          marks.set(memberId, Math.max(seq, before?.get(memberId) ?? 0))
        for (const change of changes) change(marks)
        rooms.set(roomId, marks)
      }
    },

    /** A member has read, said something, or come in, at this number; a mark never moves back. */
    read: (roomId: string, memberId: string, seq: number) =>
      happen(roomId, (marks) => {
        if ((marks.get(memberId) ?? -1) < seq) marks.set(memberId, seq)
      }),

    leave: (roomId: string, memberId: string) => happen(roomId, (marks) => marks.delete(memberId)),

    /**
     * How many have not read something yet.
     * @param but who said it
     * @returns gives that by the number of what was said; 0 where it is not known
     */
    unreadBy(roomId: string, but: string): (seq: number) => number {
      const others = [...(rooms.get(roomId) ?? [])].filter(([memberId]) => memberId !== but)
      const marks = others.map(([, seq]) => seq).sort((a, b) => a - b)
      return (seq) => {
        const later = marks.findIndex((mark) => mark >= seq)
        return later < 0 ? marks.length : later
      }
    },
  }
}
