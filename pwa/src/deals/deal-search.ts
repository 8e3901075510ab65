import type { Category, DealQuery } from '@/api/types'
import { deviceStorage } from '@/storage/storage'

export const SORTS = ['nearest', 'endingSoon', 'newest', 'popular', 'almostFull'] as const
export type Sort = (typeof SORTS)[number]

/** What a member looks for; nothing said means everything that can still be joined nearby. */
export interface DealFilter {
  /** Words, found inside words. */
  q: string
  category: Category['id'] | ''
  /** Won per share. */
  minPrice: number | null
  maxPrice: number | null
  /** Metres around home; `null` is the radius of the profile. */
  radius: number | null
  /** Also what is full, under way or over. */
  closedToo: boolean
}

export const NO_FILTER: DealFilter = {
  q: '',
  category: '',
  minPrice: null,
  maxPrice: null,
  radius: null,
  closedToo: false,
}

interface Home {
  latitude: number
  longitude: number
  radiusMeters: number
}

/** All but what was given up: nobody looks for that. */
const OPEN_OR_DONE = ['RECRUITING', 'FULL', 'ORDERED', 'READY', 'COMPLETED', 'EXPIRED'] as const

/** The search as the deal service understands it. */
export function toQuery(filter: DealFilter, sort: Sort, home: Home | null | undefined): DealQuery {
  const q = filter.q.trim()
  return {
    status: filter.closedToo ? [...OPEN_OR_DONE] : ['RECRUITING'],
    sort: !home && sort === 'nearest' ? 'newest' : sort,
    ...(home
      ? {
          near: `${home.latitude},${home.longitude}`,
          radius: filter.radius ?? home.radiusMeters,
        }
      : {}),
    ...(q === '' ? {} : { q }),
    ...(filter.category === '' ? {} : { category: filter.category }),
    ...(filter.minPrice === null ? {} : { minPrice: filter.minPrice }),
    ...(filter.maxPrice === null ? {} : { maxPrice: filter.maxPrice }),
  }
}

/** A part of a map. */
export interface Area {
  latitude: number
  longitude: number
  /** Metres from its middle to a corner. */
  radiusMeters: number
}

/** What the service takes as a radius. Metres. */
const LEAST_RADIUS = 100
const MOST_RADIUS = 50_000

/** The same search on a map: where one looks says how far, not the profile and not the filter. */
export function mapQuery(filter: DealFilter, area: Area): DealQuery {
  const radiusMeters = Math.ceil(Math.min(MOST_RADIUS, Math.max(LEAST_RADIUS, area.radiusMeters)))
  return toQuery({ ...filter, radius: null }, 'nearest', { ...area, radiusMeters })
}

/** How many of the sheet's choices differ from nothing chosen; the words are not one of them. */
export function chosen(filter: DealFilter): number {
  return [
    filter.category !== '',
    filter.minPrice !== null || filter.maxPrice !== null,
    filter.radius !== null,
    filter.closedToo,
  ].filter(Boolean).length
}

const KEPT = 'gonggu.searched'
const MOST_WORDS = 8

/** What was searched for on this device, newest first. */
export function searchedWords(storage: Pick<Storage, 'getItem'> = deviceStorage): string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEPT) ?? '[]')
    return Array.isArray(kept) ? kept.filter((word) => typeof word === 'string') : []
  } catch {
    return []
  }
}

/** Remembers a search, or forgets one. */
export function keepSearched(
  word: string,
  keep = true,
  storage: Pick<Storage, 'getItem' | 'setItem'> = deviceStorage,
): string[] {
  const others = searchedWords(storage).filter((known) => known !== word)
  const words = (keep ? [word, ...others] : others).slice(0, MOST_WORDS)
  storage.setItem(KEPT, JSON.stringify(words))
  return words
}
