import { describe, expect, it } from 'vitest'
import { chosen, keepSearched, mapQuery, NO_FILTER, searchedWords, toQuery } from './deal-search'

const HOME = { latitude: 37.55, longitude: 126.92, radiusMeters: 2000 }

function memory(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  }
}

describe('a search', () => {
  it('asks for what can be joined around home when nothing is chosen', () => {
    expect(toQuery(NO_FILTER, 'nearest', HOME)).toEqual({
      status: ['RECRUITING'],
      sort: 'nearest',
      near: '37.55,126.92',
      radius: 2000,
    })
  })

  it('needs no home: then the newest come first', () => {
    expect(toQuery(NO_FILTER, 'nearest', null)).toEqual({ status: ['RECRUITING'], sort: 'newest' })
  })

  it('says everything that was chosen, without blanks around words', () => {
    const filter = {
      q: ' 감귤 ',
      category: 'PRODUCE' as const,
      minPrice: 1000,
      maxPrice: 9000,
      radius: 5000,
      closedToo: true,
    }
    expect(toQuery(filter, 'popular', HOME)).toEqual({
      // Left out, it would mean what can still be joined.
      status: ['RECRUITING', 'FULL', 'ORDERED', 'READY', 'COMPLETED', 'EXPIRED'],
      sort: 'popular',
      near: '37.55,126.92',
      radius: 5000,
      q: '감귤',
      category: 'PRODUCE',
      minPrice: 1000,
      maxPrice: 9000,
    })
    expect(chosen(filter)).toBe(4)
    expect(chosen({ ...NO_FILTER, q: '감귤' })).toBe(0)
  })
})

describe('a search on the map', () => {
  it('looks where the map is and not around home, with the same choices', () => {
    const filter = { ...NO_FILTER, q: '감귤', radius: 500 }
    const area = { latitude: 37.5, longitude: 127, radiusMeters: 1234.5 }
    expect(mapQuery(filter, area)).toEqual({
      status: ['RECRUITING'],
      sort: 'nearest',
      near: '37.5,127',
      radius: 1235,
      q: '감귤',
    })
  })

  it('asks for no radius that the service refuses', () => {
    const radius = (radiusMeters: number) =>
      mapQuery(NO_FILTER, { latitude: 37.5, longitude: 127, radiusMeters }).radius
    expect(radius(3)).toBe(100)
    expect(radius(90_000)).toBe(50_000)
  })
})

describe('searched words', () => {
  it('come newest first, once each, eight at most', () => {
    const storage = memory()
    for (const word of ['쌀', '귤', '쌀', 'a', 'b', 'c', 'd', 'e', 'f', 'g'])
      keepSearched(word, true, storage)
    expect(searchedWords(storage)).toEqual(['g', 'f', 'e', 'd', 'c', 'b', 'a', '쌀'])
    expect(keepSearched('a', false, storage)).not.toContain('a')
  })

  it('are none when what was kept cannot be read', () => {
    expect(searchedWords({ getItem: () => '{broken' })).toEqual([])
  })
})
