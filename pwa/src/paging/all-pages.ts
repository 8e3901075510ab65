/** A part of a list, and what asks for the next one. */
interface Page<Item> {
  items: readonly Item[]
  next: string | null
}

/**
 * Asks for a list part by part until its end.
 * @param ask gives the part at a cursor, the first without one; what it throws is thrown on
 * @param enough whether the rest is not needed any more, by what has come
 * @returns all that has come, in order
 */
export async function allPages<Item>(
  ask: (query: { cursor?: string }) => Promise<Page<Item>>,
  enough: (sofar: readonly Item[]) => boolean = () => false,
): Promise<Item[]> {
  const all: Item[] = []
  let query: { cursor?: string } = {}
  for (;;) {
    const { items, next } = await ask(query)
    all.push(...items)
    if (!next || enough(all)) return all
    query = { cursor: next }
  }
}
