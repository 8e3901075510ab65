/** Words that outlive a page, under names. */
export interface Words {
  getItem: (name: string) => string | null
  setItem: (name: string, words: string) => void
  removeItem: (name: string) => void
  /** Under which names something is kept. */
  names: () => string[]
}

/**
 * Web Storage that never fails. Where the browser gives none (site data is blocked) or has no room left,
 * words live as long as the page: a member signs in, pays and writes all the same.
 * @param storage may throw
 */
export function lenient(storage: () => Storage): Words {
  const homeless = new Map<string, string>()
  function within<T>(act: (storage: Storage) => T, otherwise: T): T {
    try {
      return act(storage())
    } catch {
      return otherwise
    }
  }
  return {
    getItem: (name) => homeless.get(name) ?? within((kept) => kept.getItem(name), null),
    setItem(name, words) {
      const kept = within((storage) => {
        storage.setItem(name, words)
        return true
      }, false)
      if (kept) homeless.delete(name)
      else homeless.set(name, words)
    },
    removeItem(name) {
      homeless.delete(name)
      within((kept) => kept.removeItem(name), undefined)
    },
    names: () => [
      ...new Set([
        ...homeless.keys(),
        ...within(
          (kept) => Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? ''),
          [],
        ),
      ]),
    ],
  }
}

/** Outlives the browser. */
export const deviceStorage = lenient(() => localStorage)
/** Outlives a reload, not the tab. */
export const tabStorage = lenient(() => sessionStorage)
