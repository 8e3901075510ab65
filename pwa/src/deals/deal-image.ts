/** Where a deal's picture is; immutable once made. */
export function dealImage(id: string, size: 'thumb' | 'full'): string {
  return `/api/deal/images/${encodeURIComponent(id)}?size=${size}`
}
