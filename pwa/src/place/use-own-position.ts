import { ref } from 'vue'
import type { Point } from './seoul'

/**
 * Where this device is, asked for by its owner.
 * @param found hears the point in degrees (WGS 84)
 * @param options how exact and how fresh; an answer is waited for ten seconds
 */
export function useOwnPosition(
  found: (point: Point) => void,
  options: Pick<PositionOptions, 'enableHighAccuracy' | 'maximumAge'>,
) {
  /** Whether an answer is waited for. */
  const locating = ref(false)
  /** Whether the last question had no answer: forbidden, too late, or not to be asked here. */
  const refused = ref(false)

  function locate() {
    refused.value = false
    // Only told over HTTPS or on this very machine, and missing altogether in some browsers.
    if (!('geolocation' in navigator)) {
      refused.value = true
      return
    }
    locating.value = true
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        locating.value = false
        found(coords)
      },
      () => {
        locating.value = false
        refused.value = true
      },
      { timeout: 10_000, ...options },
    )
  }

  return { locating, refused, locate }
}
