import { describe, expect, it } from 'vitest'
import { metresPerPixel, shifted, toPoint, toWorld, zoomFor } from './mercator'

const CITY_HALL = { latitude: 37.5663, longitude: 126.9779 }

describe('the map of the world', () => {
  it('is a square with null island in its middle', () => {
    expect(toWorld({ latitude: 0, longitude: 0 }, 0)).toEqual({ x: 128, y: 128 })
    expect(toWorld({ latitude: 90, longitude: -180 }, 1)).toEqual({
      x: 0,
      y: expect.closeTo(0, 2) as number,
    })
  })

  it('finds the tile of a place as tile servers number them', () => {
    const { x, y } = toWorld(CITY_HALL, 15)
    // OpenStreetMap's tile of Seoul's city hall.
    expect([Math.floor(x / 256), Math.floor(y / 256)]).toEqual([27941, 12689])
  })

  it('comes back to the same place', () => {
    expect(toPoint(toWorld(CITY_HALL, 16.37), 16.37)).toEqual(CITY_HALL)
  })

  it('knows how much of it a pixel shows', () => {
    expect(metresPerPixel(0, 0)).toBeCloseTo(156_543, 0)
    const zoom = zoomFor(2000, 240, CITY_HALL.latitude)
    expect(metresPerPixel(CITY_HALL.latitude, zoom) * 240).toBeCloseTo(2000, 3)
  })

  it('moves east to the right and south downwards', () => {
    const moved = shifted(CITY_HALL, { x: 100, y: 100 }, 15)
    expect(moved.longitude).toBeGreaterThan(CITY_HALL.longitude)
    expect(moved.latitude).toBeLessThan(CITY_HALL.latitude)
  })
})
