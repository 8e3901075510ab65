import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { Neighbourhood } from '@/api/types'
import { useSession } from '@/session/session'
import { keepPlace, keptPlace, VISITOR_RADIUS, type VisitorPlace } from './visitor-place'

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
