import { beforeEach, describe, expect, it } from 'vitest'
import { deviceStorage, lenient } from './storage'

beforeEach(() => localStorage.clear())

const full = () =>
  ({
    length: 1,
    key: () => 'old',
    getItem: () => 'before',
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  }) as unknown as Storage
const forbidden = (): Storage => {
  throw new DOMException('blocked', 'SecurityError')
}

describe('words that outlive a page', () => {
  it('are kept by the browser', () => {
    deviceStorage.setItem('a', '1')
    expect(localStorage.getItem('a')).toBe('1')
    expect(deviceStorage.names()).toEqual(['a'])
    deviceStorage.removeItem('a')
    expect(deviceStorage.getItem('a')).toBeNull()
  })

  it('live as long as the page where there is no room or no storage', () => {
    for (const storage of [lenient(full), lenient(forbidden)]) {
      storage.setItem('old', 'now')
      expect(storage.getItem('old')).toBe('now')
      expect(storage.names()).toEqual(['old'])
    }
    expect(lenient(forbidden).getItem('a')).toBeNull()
    expect(() => lenient(forbidden).removeItem('a')).not.toThrow()
  })
})
