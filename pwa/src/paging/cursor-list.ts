import { shallowReactive } from 'vue'

/** One page of a keyset list as every service answers it. */
export interface Page<T> {
  items: T[]
  next?: string | null
}

export type ListPhase = 'idle' | 'loading' | 'ready' | 'failed' | 'loading-more' | 'failed-more'

export interface CursorList<T> {
  readonly items: T[]
  readonly phase: ListPhase
  readonly error: unknown
  readonly hasMore: boolean
  /** Fetched, and nothing there. */
  readonly empty: boolean
  /** Starts over; what was asked before and answers later is thrown away. */
  load: () => Promise<void>
  /** Fetches the next page; does nothing while one is under way or none is left. */
  more: () => Promise<void>
  /**
   * Fetches as much as is shown anew while the present items stay visible, so that a reader far down the
   * list stays where they are.
   */
  refresh: () => Promise<void>
  /** Puts an item first, replacing one with the same id. */
  prepend: (item: T) => void
  clear: () => void
}

/** More pages than this are not fetched anew: who read on that long starts over. */
const MOST_RENEWED = 10

/**
 * A list that grows by opaque cursors.
 *
 * The server never shows an item twice within one walk, but a refresh and a live event may: items are
 * kept unique by id.
 *
 * @param fetchPage asks for the page after a cursor (none: the first)
 * @param idOf what makes an item unique
 */
export function cursorList<T>(
  fetchPage: (cursor: string | undefined) => Promise<Page<T>>,
  idOf: (item: T) => string,
): CursorList<T> {
  const state = shallowReactive<{
    items: T[]
    phase: ListPhase
    error: unknown
    hasMore: boolean
    empty: boolean
  }>({ items: [], phase: 'idle', error: undefined, hasMore: false, empty: false })
  let next: string | undefined
  let walk = 0

  function accept(page: Page<T>, kept: T[]) {
    const known = new Set(kept.map(idOf))
    state.items = [...kept, ...page.items.filter((item) => !known.has(idOf(item)))]
    next = page.next ?? undefined
    state.hasMore = next !== undefined
    state.empty = state.items.length === 0
    state.phase = 'ready'
    state.error = undefined
  }

  /** Walks from the start until so many items are there again, and shows them at once. */
  async function first(waiting: ListPhase, failed: ListPhase, wanted = 1) {
    const mine = ++walk
    state.phase = waiting
    try {
      let page = await fetchPage(undefined)
      let fetched = page.items
      for (let pages = 1; fetched.length < wanted && page.next && pages < MOST_RENEWED; pages++) {
        if (mine !== walk) return
        page = await fetchPage(page.next)
        fetched = [...fetched, ...page.items]
      }
      if (mine === walk) accept({ items: fetched, next: page.next ?? null }, [])
    } catch (error) {
      if (mine !== walk) return
      state.error = error
      state.phase = failed
    }
  }

  return Object.assign(state, {
    load() {
      state.items = []
      next = undefined
      state.hasMore = false
      state.empty = false
      return first('loading', 'failed')
    },
    refresh: () =>
      state.items.length === 0
        ? first('loading', 'failed')
        : first('loading-more', 'failed-more', state.items.length),
    async more() {
      if (next === undefined || (state.phase !== 'ready' && state.phase !== 'failed-more')) return
      const mine = walk
      state.phase = 'loading-more'
      try {
        const page = await fetchPage(next)
        if (mine === walk) accept(page, state.items)
      } catch (error) {
        if (mine !== walk) return
        state.error = error
        state.phase = 'failed-more'
      }
    },
    prepend(item: T) {
      state.items = [item, ...state.items.filter((known) => idOf(known) !== idOf(item))]
      state.empty = false
    },
    clear() {
      walk++
      next = undefined
      Object.assign(state, {
        items: [],
        phase: 'idle',
        error: undefined,
        hasMore: false,
        empty: false,
      })
    },
  })
}
