import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { Neighbourhood } from '@/api/types'
import type { Point } from '@/place/seoul'
import { useSession } from '@/session/session'

/** Where somebody without an account looks around. */
export interface VisitorPlace extends Point {
  label: string
}

/** What one walks or cycles, and no more: somewhere else is another choice. Metres. */
export const VISITOR_RADIUS = 3000

const KEPT = 'gonggu.visitor.place'

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

/** Where the reader's deals are looked for. */
export const useHomePlace = defineStore('home-place', () => {
  const session = useSession()
  const visited = ref(keptPlace())
  // Signing out removes what a device keeps of anybody: it is read again.
  watch(
    () => session.phase,
    () => {
      visited.value = keptPlace()
    },
  )

  return {
    /** What somebody without an account has chosen on this device. */
    visited: computed(() => visited.value),
    /** A member's neighbourhood, or what somebody without an account has chosen; null for neither. */
    home: computed<Pick<Neighbourhood, 'latitude' | 'longitude' | 'label' | 'radiusMeters'> | null>(
      () => {
        if (session.profile) return session.profile.neighbourhood ?? null
        return visited.value && { ...visited.value, radiusMeters: VISITOR_RADIUS }
      },
    ),
    visit(place: VisitorPlace) {
      visited.value = place
      keepPlace(place)
    },
  }
})
