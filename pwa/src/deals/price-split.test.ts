import { describe, expect, it } from 'vitest'
import { splitPrice } from './price-split'

describe('the price of a share', () => {
  it('divides evenly where it can', () => {
    expect(splitPrice(32_000, 10, 2)).toEqual({
      pricePerShare: 3200,
      remainder: 0,
      hostPays: 6400,
    })
  })

  it('adds up to the total to the won, the host bearing what is left over', () => {
    for (const [total, shares, hostShares] of [
      [10_000, 3, 1],
      [100_000_000, 997, 0],
      [7, 7, 6],
      [39_900, 6, 2],
    ] as const) {
      const split = splitPrice(total, shares, hostShares)
      expect(split).toBeDefined()
      if (split) expect(split.pricePerShare * (shares - hostShares) + split.hostPays).toBe(total)
    }
  })

  it('is none while the numbers make no deal', () => {
    expect(splitPrice(null, 4, 1)).toBeUndefined()
    expect(splitPrice(3, 4, 1)).toBeUndefined()
    expect(splitPrice(1000, 1, 0)).toBeUndefined()
    expect(splitPrice(1000, 4, 4)).toBeUndefined()
  })
})
