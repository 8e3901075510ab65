import type { RoomMessage } from '@/api/types'

/** Who spoke. */
export type Sender = NonNullable<RoomMessage['sender']>

/** Something said or noted in a room; its number is its place. */
export interface Line {
  seq: number
  at: string
  sender?: Sender | undefined
  /** Of a notice, what the host said to it. */
  text?: string | undefined
  imageId?: string | undefined
  clientId?: string | undefined
  /** Set on notices only. */
  notice?:
    | {
        kind: NonNullable<RoomMessage['kind']> | 'other'
        memberId?: string | undefined
        nickname?: string | undefined
        status?: RoomMessage['status'] | undefined
      }
    | undefined
}

/** A message of mine that has no number yet. */
export interface Pending {
  clientId: string
  text: string
  /** Set once the picture is with the service. */
  imageId?: string | undefined
  /** A picture that is on its way, to show and to send again, and how much of it has left: 0 to 1. */
  picture?: { file: Blob; preview: string; sent: number } | undefined
  /** The browser cannot read it as a picture: sending it again would not help. */
  unreadable?: boolean
  at: string
  state: 'sending' | 'failed'
}

/**
 * One room's lines as far as they are fetched: without gaps, in order, each once.
 * Plain data with the functions below, so that a store can make it reactive.
 */
export interface RoomLog {
  lines: Line[]
  pending: Pending[]
  /** Whether lines before the first one may exist. */
  older: boolean
  /** Whether anything was fetched yet. */
  fetched: boolean
}

export function emptyLog(): RoomLog {
  return { lines: [], pending: [], older: false, fetched: false }
}

/** A line out of what the service tells. */
export function toLine(entry: RoomMessage): Line {
  const { seq, at } = entry
  if (entry.type === 'notice')
    return {
      seq,
      at,
      text: entry.text,
      notice: {
        kind: entry.kind ?? 'other',
        memberId: entry.member?.id,
        nickname: entry.member?.nickname,
        status: entry.status,
      },
    }
  return {
    seq,
    at,
    sender: entry.sender,
    text: entry.text,
    imageId: entry.imageId,
    clientId: entry.clientId,
  }
}

/** A message as the service tells it, out of its line. */
export function toEntry(roomId: string, line: Omit<Line, 'notice'>): RoomMessage {
  const { seq, at, sender, text, imageId, clientId } = line
  return {
    type: 'message',
    roomId,
    seq,
    at,
    ...(sender && { sender }),
    ...(text !== undefined && { text }),
    ...(imageId !== undefined && { imageId }),
    ...(clientId !== undefined && { clientId }),
  }
}

/** The last number without a gap; 0 in an empty room. */
export function lastSeq(log: RoomLog): number {
  return log.lines.at(-1)?.seq ?? 0
}

/** A message of mine has arrived: it waits no more. */
export function settle(log: RoomLog, clientId: string | undefined) {
  if (clientId === undefined) return
  const index = log.pending.findIndex((pending) => pending.clientId === clientId)
  if (index >= 0) log.pending.splice(index, 1)
}

/**
 * Adds a line that arrived live.
 * @returns `gap` when lines between are missing: the line is not added, fetch from {@link lastSeq} on
 */
export function append(log: RoomLog, line: Line): 'added' | 'known' | 'gap' {
  settle(log, line.clientId)
  const last = lastSeq(log)
  if (line.seq <= last) return 'known'
  if (line.seq > last + 1) return 'gap'
  log.lines.push(line)
  return 'added'
}

/** Adds fetched lines in any order; what is known already stays as it is. */
export function merge(log: RoomLog, fetched: readonly Line[]) {
  const known = new Set(log.lines.map(({ seq }) => seq))
  for (const line of fetched) settle(log, line.clientId)
  const added = fetched.filter(({ seq }) => !known.has(seq))
  if (added.length > 0) log.lines = [...log.lines, ...added].sort((a, b) => a.seq - b.seq)
}

/** The line that a message of mine becomes by its number; none where it waits no more. */
export function acknowledged(
  log: RoomLog,
  ack: { clientId: string; seq: number; at: string },
  me: Sender,
): Line | undefined {
  const pending = log.pending.find(({ clientId }) => clientId === ack.clientId)
  return (
    pending && {
      seq: ack.seq,
      at: ack.at,
      sender: me,
      text: pending.imageId === undefined ? pending.text : undefined,
      imageId: pending.imageId,
      clientId: ack.clientId,
    }
  )
}
