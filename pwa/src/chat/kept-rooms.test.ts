import { describe, expect, it, vi } from 'vitest'
import { amendLastSeen } from '@/api/last-seen'
import type { MessagePage, RoomMessage, RoomPage } from '@/api/types'
import { keepEntries, keepRooms } from './kept-rooms'

vi.mock('@/api/last-seen', () => ({ amendLastSeen: vi.fn() }))

const said = (seq: number): RoomMessage => ({
  type: 'message',
  roomId: 'room',
  seq,
  at: '2026-11-23T00:00:00Z',
  text: `${seq}`,
})

/** A page of lines from one number to another. */
function page(first: number, last: number): MessagePage {
  const items = Array.from({ length: last - first + 1 }, (_, index) => said(first + index))
  return { items, lastSeq: last, readSeq: 0, next: first > 1 ? `${first}` : null }
}

/** What becomes of what is kept by the change asked for last. */
function amended<Page>(kept: Page): Page {
  const [, change] = vi.mocked(amendLastSeen).mock.lastCall ?? []
  return change?.(kept) as Page
}

describe('a room that is kept for a start without a network', () => {
  it('goes on with what is said', () => {
    keepEntries('room', [said(3), said(4)])
    expect(amended(page(1, 2))).toEqual(page(1, 4))
    expect(amended(page(1, 3))).toEqual(page(1, 4))
  })

  it('has each line once, and none after a gap', () => {
    keepEntries('room', [said(2), said(4)])
    expect(amended(page(1, 2))).toEqual(page(1, 2))
  })

  it('holds the newest lines, and says that there are older ones', () => {
    keepEntries('room', [said(51)])
    expect(amended(page(1, 50))).toEqual(page(2, 51))
  })
})

describe('the list of rooms', () => {
  it('is kept as it is, unless it is longer than a page', () => {
    keepRooms([])
    const kept = { items: [{ dealId: 'old' }], next: null } as unknown as RoomPage
    expect(amended(kept)).toEqual({ items: [], next: null })
    expect(amended({ ...kept, next: 'more' })).toEqual({ ...kept, next: 'more' })
  })
})
