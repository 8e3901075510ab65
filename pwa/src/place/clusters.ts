import type { Spot } from './mercator'

export interface Placed<T> extends Spot {
  item: T
}

/** Things so near to each other on the map that one mark stands for them; at their middle. */
export interface Cluster<T> extends Spot {
  items: T[]
}

/**
 * Gathers marks that would cover each other. Greedy in the given order, so that the same things gather
 * the same way however the map is moved.
 * @param size what one mark takes, in pixels
 */
export function cluster<T>(
  placed: readonly Placed<T>[],
  size: { width: number; height: number },
): Cluster<T>[] {
  const clusters: Cluster<T>[] = []
  const covers = (a: Spot, b: Spot) =>
    Math.abs(a.x - b.x) < size.width && Math.abs(a.y - b.y) < size.height

  const join = (into: Cluster<T>, from: Cluster<T>) => {
    const all = into.items.length + from.items.length
    into.x = (into.x * into.items.length + from.x * from.items.length) / all
    into.y = (into.y * into.items.length + from.y * from.items.length) / all
    into.items.push(...from.items)
  }

  for (const { item, x, y } of placed) {
    const near = clusters.find((known) => covers(known, { x, y }))
    if (near) join(near, { items: [item], x, y })
    else clusters.push({ items: [item], x, y })
  }
  // Middles wander as clusters grow, and may have come to cover each other.
  for (let index = 0; index < clusters.length; index++) {
    const one = clusters[index]
    const other = clusters.findIndex(
      (candidate, later) => later > index && one !== undefined && covers(one, candidate),
    )
    const [gone] = other < 0 ? [] : clusters.splice(other, 1)
    if (one && gone) {
      join(one, gone)
      index = -1
    }
  }
  return clusters
}
