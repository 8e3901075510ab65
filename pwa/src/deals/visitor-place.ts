import type { Point } from '@/place/seoul'
import { deviceStorage } from '@/storage/storage'

/** Where somebody without an account looks around. */
export interface VisitorPlace extends Point {
  label: string
}

/** What one walks or cycles, and no more: somewhere else is another choice. Metres. */
export const VISITOR_RADIUS = 3000

const KEPT = 'gonggu.visitor.place'

/** What was chosen on this device before. */
export function keptPlace(storage: Pick<Storage, 'getItem'> = deviceStorage): VisitorPlace | null {
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
  storage: Pick<Storage, 'setItem'> = deviceStorage,
): void {
  storage.setItem(KEPT, JSON.stringify(place))
}
