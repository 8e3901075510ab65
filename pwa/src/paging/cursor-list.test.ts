import { describe, expect, it, vi } from 'vitest'
import { cursorList, type Page } from './cursor-list'

interface Item {
  id: string
}

function page(ids: string, next: string | null): Page<Item> {
  return { items: ids.split('').map((id) => ({ id })), next }
}

function ids(list: { items: Item[] }) {
  return list.items.map(({ id }) => id).join('')
}

describe('a list that grows by cursors', () => {
  it('goes on from the cursor of the last page until there is none', async () => {
    const fetchPage = vi
      .fn<(cursor: string | undefined) => Promise<Page<Item>>>()
      .mockResolvedValueOnce(page('ab', 'next'))
      .mockResolvedValueOnce(page('cd', null))
    const list = cursorList(fetchPage, ({ id }) => id)
    await list.load()
    expect(list.hasMore).toBe(true)
    await list.more()
    await list.more()
    expect(fetchPage.mock.calls).toEqual([[undefined], ['next']])
    expect(ids(list)).toBe('abcd')
    expect(list.hasMore).toBe(false)
  })

  it('shows no item twice that comes again', async () => {
    const fetchPage = vi
      .fn<() => Promise<Page<Item>>>()
      .mockResolvedValueOnce(page('ab', 'next'))
      .mockResolvedValueOnce(page('bc', null))
    const list = cursorList(fetchPage, ({ id }) => id)
    await list.load()
    await list.more()
    expect(ids(list)).toBe('abc')
    list.prepend({ id: 'c' })
    expect(ids(list)).toBe('cab')
  })

  it('asks for the next page once while it is under way', async () => {
    const fetchPage = vi
      .fn<() => Promise<Page<Item>>>()
      .mockResolvedValueOnce(page('a', 'next'))
      .mockResolvedValueOnce(page('b', null))
    const list = cursorList(fetchPage, ({ id }) => id)
    await list.load()
    await Promise.all([list.more(), list.more()])
    expect(fetchPage).toHaveBeenCalledTimes(2)
  })

  it('throws away what answers to an earlier question', async () => {
    let late: (value: Page<Item>) => void = () => undefined
    const fetchPage = vi
      .fn<() => Promise<Page<Item>>>()
      .mockImplementationOnce(() => new Promise((resolve) => (late = resolve)))
      .mockResolvedValueOnce(page('new', null))
    const list = cursorList(fetchPage, ({ id }) => id)
    const first = list.load()
    await list.load()
    late(page('old', null))
    await first
    expect(ids(list)).toBe('new')
  })

  it('renews as much as is shown, so that nobody loses their place', async () => {
    const fetchPage = vi
      .fn<(cursor: string | undefined) => Promise<Page<Item>>>()
      .mockResolvedValueOnce(page('ab', '1'))
      .mockResolvedValueOnce(page('cd', '2'))
      .mockResolvedValueOnce(page('na', '1'))
      .mockResolvedValueOnce(page('bc', '2'))
      .mockResolvedValueOnce(page('de', null))
    const list = cursorList(fetchPage, ({ id }) => id)
    await list.load()
    await list.more()
    const renewing = list.refresh()
    expect(ids(list)).toBe('abcd')
    await renewing
    expect(ids(list)).toBe('nabc')
    await list.more()
    expect(ids(list)).toBe('nabcde')
    expect(fetchPage.mock.calls.slice(2)).toEqual([[undefined], ['1'], ['2']])
  })

  it('keeps what it has when the next page fails, and can try again', async () => {
    const fetchPage = vi
      .fn<() => Promise<Page<Item>>>()
      .mockResolvedValueOnce(page('a', 'next'))
      .mockRejectedValueOnce(new Error('down'))
      .mockResolvedValueOnce(page('b', null))
    const list = cursorList(fetchPage, ({ id }) => id)
    await list.load()
    await list.more()
    expect(list.phase).toBe('failed-more')
    expect(ids(list)).toBe('a')
    await list.more()
    expect(ids(list)).toBe('ab')
  })

  it('says that it is empty only once it knows', async () => {
    const list = cursorList(
      () => Promise.resolve(page('', null)),
      ({ id }: Item) => id,
    )
    expect(list.empty).toBe(false)
    await list.load()
    expect(list.empty).toBe(true)
  })
})
