import type { RoomMessage } from '@/api/types'

/** The socket's frames as `contracts.md` states them. */

/** A message or a notice: the same over the socket and from the history. */
export type EntryFrame = RoomMessage

export type ServerFrame =
  | EntryFrame
  | { type: 'synced'; rooms: Record<string, number> }
  | { type: 'ack'; roomId: string; clientId: string; seq: number; at: string }
  | { type: 'read'; roomId: string; memberId: string; seq: number }
  | { type: 'typing'; roomId: string; memberId: string }
  | { type: 'pong' }
  | { type: 'error'; code: string; clientId?: string | null; roomId?: string | null }
  | { type: 'bye'; retryAfterMs: number }

export type ClientFrame =
  | { type: 'sync'; rooms: Record<string, number> }
  | { type: 'send'; roomId: string; clientId: string; text: string }
  | { type: 'send'; roomId: string; clientId: string; imageId: string }
  /** Which room is in view, so that nobody is called for what they see. */
  | { type: 'look'; roomId: string | null }
  | { type: 'read'; roomId: string; seq: number }
  /** Something is being written, said now and then while it is. */
  | { type: 'typing'; roomId: string }
  | { type: 'ping' }
