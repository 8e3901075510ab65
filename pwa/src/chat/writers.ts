import { reactive } from 'vue'

/** Whoever goes on writing says so at least this often. Milliseconds. */
const SAID_EVERY = 3000
/** Who has not said so for this long writes no more: one saying may be lost or late. Milliseconds. */
const FORGOTTEN_AFTER = 6000

/**
 * Who is writing in which room.
 * @param say tells the others that I am, and whether that could be said
 */
export function roomWriters(say: (roomId: string) => boolean) {
  const writing = reactive(new Map<string, Set<string>>())
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  /** When it was said last, by room; epoch milliseconds. */
  const said = new Map<string, number>()

  function drop(roomId: string, memberId: string) {
    const timer = `${roomId} ${memberId}`
    clearTimeout(timers.get(timer))
    timers.delete(timer)
    writing.get(roomId)?.delete(memberId)
  }

  return {
    /** Ids of the members who are writing, the first to begin first. */
    of: (roomId: string): string[] => [...(writing.get(roomId) ?? [])],

    /** A member writes. */
    hear(roomId: string, memberId: string) {
      const timer = `${roomId} ${memberId}`
      clearTimeout(timers.get(timer))
      timers.set(
        timer,
        setTimeout(() => drop(roomId, memberId), FORGOTTEN_AFTER),
      )
      const known = writing.get(roomId)
      if (known) known.add(memberId)
      else writing.set(roomId, new Set([memberId]))
    },

    /** A member has said it, or left. */
    drop,

    /** Nobody can be heard of now. */
    clear() {
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
      writing.clear()
      said.clear()
    },

    /** I write, as often as a key is pressed. */
    write(roomId: string) {
      const now = Date.now()
      if (now - (said.get(roomId) ?? 0) >= SAID_EVERY && say(roomId)) said.set(roomId, now)
    },

    /** I have said it: what I write next is new. */
    done: (roomId: string) => said.delete(roomId),
  }
}
