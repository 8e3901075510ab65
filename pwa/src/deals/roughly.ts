import { nearestDong, type Point } from '@/place/seoul'
import type { VisitorPlace } from './visitor-place'

/** About 550 m of latitude: where a visitor stands exactly is nobody's business, not even the server's. */
const STEPS_PER_DEGREE = 200

function rough(degrees: number): number {
  return Math.round(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE
}

/** A place as roughly as it is told to the server, named after the nearest neighbourhood. */
export function roughly(point: Point): VisitorPlace {
  return {
    latitude: rough(point.latitude),
    longitude: rough(point.longitude),
    label: nearestDong(point)?.name ?? '',
  }
}
