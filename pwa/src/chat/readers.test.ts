import { describe, expect, it } from 'vitest'
import { roomReaders } from './readers'

describe('how far a room is read', () => {
  it('counts the others who have not come to a message yet', () => {
    const readers = roomReaders()
    readers.ask('room')([
      { memberId: 'me', seq: 0 },
      { memberId: 'a', seq: 3 },
      { memberId: 'b', seq: 5 },
    ])
    const unread = () => [3, 4, 5, 6].map(readers.unreadBy('room', 'me'))
    expect(unread()).toEqual([0, 1, 1, 2])
    readers.read('room', 'a', 6)
    expect(unread()).toEqual([0, 0, 0, 1])
  })

  it('goes on with who comes in and who leaves', () => {
    const readers = roomReaders()
    readers.ask('room')([{ memberId: 'a', seq: 3 }])
    readers.read('room', 'b', 4)
    expect(readers.unreadBy('room', 'me')(5)).toBe(2)
    readers.leave('room', 'a')
    expect(readers.unreadBy('room', 'me')(5)).toBe(1)
  })

  it('never moves back, whatever answer comes late', () => {
    const readers = roomReaders()
    readers.ask('room')([{ memberId: 'a', seq: 3 }])
    readers.read('room', 'a', 7)
    readers.ask('room')([{ memberId: 'a', seq: 3 }])
    readers.read('room', 'a', 5)
    expect(readers.unreadBy('room', 'me')(7)).toBe(0)
  })

  it('takes the answer to the last question, and what happened since', () => {
    const readers = roomReaders()
    const first = readers.ask('room')
    const last = readers.ask('room')
    readers.read('room', 'b', 8)
    readers.leave('room', 'a')
    last([
      { memberId: 'a', seq: 7 },
      { memberId: 'c', seq: 3 },
    ])
    first([{ memberId: 'a', seq: 7 }])
    expect(readers.unreadBy('room', 'me')(9)).toBe(2)
    expect(readers.unreadBy('room', 'me')(8)).toBe(1)
  })

  it('is not guessed where it is not known', () => {
    const readers = roomReaders()
    readers.read('room', 'a', 7)
    expect(readers.unreadBy('room', 'me')(9)).toBe(0)
  })
})
