import { describe, expect, it } from 'vitest'
import { isThere } from './is-there'

describe('a neighbour', () => {
  it('is there as long as a nickname is shown', () => {
    expect(isThere('방장_2')).toBe(true)
  })

  it('is not there when the service calls them by two words, or by none', () => {
    expect(isThere('탈퇴한 이웃')).toBe(false)
    expect(isThere(undefined)).toBe(false)
    expect(isThere(null)).toBe(false)
  })
})
