import { TILE_SIZE, toWorld, type Spot } from './mercator'
import type { Point } from './seoul'

export interface Size {
  width: number
  height: number
}

/** What a map tells its owner: how large it is, and where in it a point lies. */
export interface MapBox {
  size: Size
  spot: (point: Point) => Spot
}

/** One tile and where it lies in a view, in pixels from its corner. */
export interface Tile extends Spot {
  key: string
  column: number
  row: number
  level: number
  /** Side in pixels. */
  size: number
}

/** The deepest level that tile servers commonly have. */
export const DEEPEST = 19

/** The level whose tiles come nearest to their own size at a zoom. */
export function levelOf(zoom: number): number {
  return Math.min(DEEPEST, Math.max(0, Math.round(zoom)))
}

/**
 * The tiles of one level that cover a view, nearest to its middle first: they are looked at first.
 * @param view in pixels
 */
export function tilesOf(level: number, centre: Point, zoom: number, view: Size): Tile[] {
  const size = TILE_SIZE * 2 ** (zoom - level)
  const middle = toWorld(centre, level)
  const left = middle.x / TILE_SIZE - view.width / 2 / size
  const top = middle.y / TILE_SIZE - view.height / 2 / size
  const count = 2 ** level
  const tiles: Tile[] = []
  for (let row = Math.floor(top); row < top + view.height / size; row++) {
    if (row < 0 || row >= count) continue
    for (let column = Math.floor(left); column < left + view.width / size; column++)
      tiles.push({
        key: `${level}/${column}/${row}`,
        level,
        column: ((column % count) + count) % count,
        row,
        x: (column - left) * size,
        y: (row - top) * size,
        size,
      })
  }
  const far = (tile: Tile) =>
    Math.hypot(tile.x + size / 2 - view.width / 2, tile.y + size / 2 - view.height / 2)
  return tiles.sort((a, b) => far(a) - far(b))
}

/**
 * A tile's address.
 * @param template as the server gives it, with {z}, {x}, {y} and perhaps {r}
 * @param density device pixels per pixel
 */
export function tileAddress(template: string, tile: Tile, density: number): string {
  return template
    .replace('{z}', String(tile.level))
    .replace('{x}', String(tile.column))
    .replace('{y}', String(tile.row))
    .replace('{r}', density > 1 ? '@2x' : '')
}
