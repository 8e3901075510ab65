import type { Point } from './seoul'

/**
 * Web Mercator (EPSG:3857) as map tiles use it: at zoom z the world is a square of 256 · 2^z pixels with
 * its origin in the north west. Zooms may be fractions.
 */
export interface Spot {
  x: number
  y: number
}

/** Side of a tile in CSS pixels. */
export const TILE_SIZE = 256
/** Where the square ends. */
const MOST_LATITUDE = 85.0511
const EQUATOR = 40_075_016.7

const radians = (degrees: number) => (degrees * Math.PI) / 180
const worldSize = (zoom: number) => TILE_SIZE * 2 ** zoom

/** Where a point lies in the world of a zoom. */
export function toWorld({ latitude, longitude }: Point, zoom: number): Spot {
  const sine = Math.sin(radians(Math.min(MOST_LATITUDE, Math.max(-MOST_LATITUDE, latitude))))
  return {
    x: (longitude / 360 + 0.5) * worldSize(zoom),
    y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * worldSize(zoom),
  }
}

/** The point at a place in the world of a zoom, to about a decimetre. */
export function toPoint({ x, y }: Spot, zoom: number): Point {
  const degrees = (value: number) => Math.round(value * 1e6) / 1e6
  const height = Math.PI * (1 - (2 * y) / worldSize(zoom))
  return {
    latitude: degrees((Math.atan(Math.sinh(height)) * 180) / Math.PI),
    longitude: degrees((x / worldSize(zoom) - 0.5) * 360),
  }
}

export function metresPerPixel(latitude: number, zoom: number): number {
  return (EQUATOR * Math.cos(radians(latitude))) / worldSize(zoom)
}

/** The zoom at which so many metres take so many pixels. */
export function zoomFor(metres: number, pixels: number, latitude: number): number {
  return Math.log2((EQUATOR * Math.cos(radians(latitude)) * pixels) / (metres * TILE_SIZE))
}

/** The point that lies so many pixels beside another. */
export function shifted(point: Point, by: Spot, zoom: number): Point {
  const from = toWorld(point, zoom)
  return toPoint({ x: from.x + by.x, y: from.y + by.y }, zoom)
}
