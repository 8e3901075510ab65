import { describe, expect, it } from 'vitest'
import { toWorld } from './mercator'
import { levelOf, tileAddress, tilesOf } from './tiles'

const CENTRE = { latitude: 37.5534, longitude: 126.9199 }
const VIEW = { width: 390, height: 240 }

describe('the tiles of a view', () => {
  it('cover it without a gap, and none lies beside it', () => {
    for (const zoom of [12, 14.4, 14.6, 17.9]) {
      const tiles = tilesOf(levelOf(zoom), CENTRE, zoom, VIEW)
      const size = tiles[0]?.size ?? 0
      expect(Math.min(...tiles.map(({ x }) => x))).toBeLessThanOrEqual(0)
      expect(Math.min(...tiles.map(({ y }) => y))).toBeLessThanOrEqual(0)
      expect(Math.max(...tiles.map(({ x }) => x)) + size).toBeGreaterThanOrEqual(VIEW.width)
      expect(Math.max(...tiles.map(({ y }) => y)) + size).toBeGreaterThanOrEqual(VIEW.height)
      for (const { x, y } of tiles) {
        expect(x).toBeGreaterThan(-size)
        expect(x).toBeLessThan(VIEW.width)
        expect(y).toBeGreaterThan(-size)
        expect(y).toBeLessThan(VIEW.height)
      }
      const columns = new Set(tiles.map(({ column }) => column)).size
      const rows = new Set(tiles.map(({ row }) => row)).size
      expect(tiles).toHaveLength(columns * rows)
    }
  })

  it('lie where the map has what they show', () => {
    const [first] = tilesOf(15, CENTRE, 15, VIEW)
    const corner = toWorld(CENTRE, 15)
    expect(first?.x).toBeCloseTo((first?.column ?? 0) * 256 - corner.x + VIEW.width / 2, 6)
    expect(first?.y).toBeCloseTo((first?.row ?? 0) * 256 - corner.y + VIEW.height / 2, 6)
  })

  it('begin in the middle, which is looked at first', () => {
    const [first] = tilesOf(15, CENTRE, 15, { width: 900, height: 900 })
    expect(Math.abs((first?.x ?? 0) + 128 - 450)).toBeLessThanOrEqual(128)
    expect(Math.abs((first?.y ?? 0) + 128 - 450)).toBeLessThanOrEqual(128)
  })

  it('come from where the operator said, sharper on a dense screen where that is possible', () => {
    const tile = { key: '', level: 3, column: 6, row: 2, x: 0, y: 0, size: 256 }
    expect(tileAddress('https://a.example/{z}/{x}/{y}{r}.png', tile, 2)).toBe(
      'https://a.example/3/6/2@2x.png',
    )
    expect(tileAddress('/tiles/{z}/{x}/{y}{r}.png', tile, 1)).toBe('/tiles/3/6/2.png')
    expect(tileAddress('/tiles/{z}/{x}/{y}.png', tile, 3)).toBe('/tiles/3/6/2.png')
  })
})
