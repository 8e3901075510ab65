import type { Place } from '@/api/types'

/**
 * Where a place is shown by the map app that most phones in Korea have, and by its page where they have not:
 * ways there, and what is around. It needs no key (Kakao Map, URL scheme "link/map").
 */
export function mapApp({ label, latitude, longitude }: Place): string {
  // A comma would end the name.
  const name = encodeURIComponent(label.replaceAll(',', ' '))
  return `https://map.kakao.com/link/map/${name},${latitude},${longitude}`
}
