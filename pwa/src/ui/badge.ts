/** A count as small as a badge: beyond two digits nobody counts. */
export function badge(count: number): string {
  return count > 99 ? '99+' : String(count)
}
