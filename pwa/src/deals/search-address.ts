import type { LocationQuery } from 'vue-router'
import { RADII } from '@/place/radii'
import type { Category } from '@/api/types'
import { NO_FILTER, SORTS, type DealFilter, type Sort } from './deal-search'

/** How the deals of a neighbourhood are looked at. */
export interface DealsShown {
  filter: DealFilter
  sort: Sort
  onMap: boolean
}

/** What is shown when nothing was chosen: the address says only what differs. */
const USUAL: DealsShown = { filter: NO_FILTER, sort: 'nearest', onMap: false }

/** As much as the search field takes. */
const MOST_WORDS = 50

/** What is shown as a query of the address: a reload, a bookmark and a link find the same again. */
export function toAddress({ filter, sort, onMap }: DealsShown): Record<string, string> {
  return {
    ...(filter.q === '' ? {} : { q: filter.q }),
    ...(filter.category === '' ? {} : { category: filter.category }),
    ...(filter.minPrice === null ? {} : { minPrice: String(filter.minPrice) }),
    ...(filter.maxPrice === null ? {} : { maxPrice: String(filter.maxPrice) }),
    ...(filter.radius === null ? {} : { radius: String(filter.radius) }),
    ...(filter.closedToo ? { closed: '1' } : {}),
    ...(sort === USUAL.sort ? {} : { sort }),
    ...(onMap ? { view: 'map' } : {}),
  }
}

/**
 * Reads an address that anybody may have written: what is not understood counts as not said.
 * @param knows whether there is such a category
 */
export function fromAddress(query: LocationQuery, knows: (id: string) => boolean): DealsShown {
  const said = (name: string) => {
    const value = query[name]
    return typeof value === 'string' ? value : ''
  }
  const won = (name: string) => (/^\d{1,9}$/.test(said(name)) ? Number(said(name)) : null)
  const category = said('category')
  const [least, most] = [won('minPrice'), won('maxPrice')]
  const crossed = least !== null && most !== null && least > most
  return {
    filter: {
      q: said('q').trim().slice(0, MOST_WORDS),
      category: knows(category) ? (category as Category['id']) : '',
      minPrice: crossed ? null : least,
      maxPrice: crossed ? null : most,
      radius: RADII.find((radius) => String(radius) === said('radius')) ?? null,
      closedToo: said('closed') === '1',
    },
    sort: SORTS.find((sort) => sort === said('sort')) ?? USUAL.sort,
    onMap: said('view') === 'map',
  }
}
