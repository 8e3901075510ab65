import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { roomWriters } from './writers'

describe('who writes in a room', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is seen until it is said, or for a while after the last key', () => {
    const writers = roomWriters(() => true)
    writers.hear('room', 'a')
    writers.hear('room', 'b')
    writers.hear('other', 'c')
    expect(writers.of('room')).toEqual(['a', 'b'])
    writers.drop('room', 'a')
    expect(writers.of('room')).toEqual(['b'])
    vi.advanceTimersByTime(4000)
    writers.hear('room', 'b')
    vi.advanceTimersByTime(4000)
    expect(writers.of('room')).toEqual(['b'])
    vi.advanceTimersByTime(4000)
    expect(writers.of('room')).toEqual([])
  })

  it('is not seen any more where nobody can be heard of', () => {
    const writers = roomWriters(() => true)
    writers.hear('room', 'a')
    writers.clear()
    expect(writers.of('room')).toEqual([])
  })

  it('tells so now and then, not at every key, and again once it was said', () => {
    const say = vi.fn(() => true)
    const writers = roomWriters(say)
    for (let key = 0; key < 10; key++) writers.write('room')
    expect(say).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(3000)
    writers.write('room')
    expect(say).toHaveBeenCalledTimes(2)
    writers.done('room')
    writers.write('room')
    expect(say).toHaveBeenCalledTimes(3)
  })

  it('tells so at the next key where it could not be told', () => {
    const say = vi.fn(() => false)
    const writers = roomWriters(say)
    writers.write('room')
    writers.write('room')
    expect(say).toHaveBeenCalledTimes(2)
  })
})
