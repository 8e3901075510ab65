import { nearestDong, type Point } from '@/place/seoul'

/** Where somebody without an account looks around. */
export interface VisitorPlace extends Point {
  label: string
}

const KEPT = 'gonggu.visitor.place'

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

/** What was chosen on this device before. */
export function keptPlace(storage: Pick<Storage, 'getItem'> = localStorage): VisitorPlace | null {
  try {
    const kept = JSON.parse(storage.getItem(KEPT) ?? 'null') as Partial<VisitorPlace> | null
    return typeof kept?.latitude === 'number' &&
      typeof kept.longitude === 'number' &&
      typeof kept.label === 'string'
      ? { latitude: kept.latitude, longitude: kept.longitude, label: kept.label }
      : null
  } catch {
    return null
  }
}

export function keepPlace(
  place: VisitorPlace,
  storage: Pick<Storage, 'setItem'> = localStorage,
): void {
  storage.setItem(KEPT, JSON.stringify(place))
}
