import { describe, expect, it } from 'vitest'
import { cluster } from './clusters'

const SIZE = { width: 80, height: 44 }
const at = (item: string, x: number, y: number) => ({ item, x, y })

describe('marks on a map', () => {
  it('stay alone where there is room', () => {
    const clusters = cluster([at('a', 0, 0), at('b', 80, 0), at('c', 0, 44)], SIZE)
    expect(clusters.map(({ items }) => items)).toEqual([['a'], ['b'], ['c']])
  })

  it('gather in their middle where they would cover each other', () => {
    expect(cluster([at('a', 0, 0), at('b', 40, 20)], SIZE)).toEqual([
      { items: ['a', 'b'], x: 20, y: 10 },
    ])
  })

  it('never cover each other, however many there are, and none is lost', () => {
    const many = Array.from({ length: 100 }, (_, index) =>
      at(String(index), (index * 37) % 390, (index * 61) % 420),
    )
    const clusters = cluster(many, SIZE)
    expect(clusters.flatMap(({ items }) => items)).toHaveLength(100)
    clusters.forEach((a, index) => {
      for (const b of clusters.slice(index + 1))
        expect(Math.abs(a.x - b.x) >= SIZE.width || Math.abs(a.y - b.y) >= SIZE.height).toBe(true)
    })
  })
})
