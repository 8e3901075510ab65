import { describe, expect, it } from 'vitest'
import { NO_FILTER } from './deal-search'
import { fromAddress, toAddress, type DealsShown } from './search-address'

const knows = (id: string) => id === 'PRODUCE'

const EVERYTHING: DealsShown = {
  filter: {
    q: '감귤 10 kg',
    category: 'PRODUCE',
    minPrice: 1000,
    maxPrice: 9000,
    radius: 5000,
    closedToo: true,
  },
  sort: 'popular',
  onMap: true,
}
const NOTHING: DealsShown = { filter: NO_FILTER, sort: 'nearest', onMap: false }

describe('the address of a search', () => {
  it('says everything that was chosen, and is read as it was written', () => {
    expect(fromAddress(toAddress(EVERYTHING), knows)).toEqual(EVERYTHING)
  })

  it('says nothing when nothing was chosen', () => {
    expect(toAddress(NOTHING)).toEqual({})
    expect(fromAddress({}, knows)).toEqual(NOTHING)
  })

  it('is not trusted: what makes no sense counts as not said', () => {
    const written = {
      q: `  ${'쌀'.repeat(80)}`,
      category: 'WEAPONS',
      minPrice: '-5',
      maxPrice: '1e9',
      radius: '7',
      closed: 'yes',
      sort: 'random',
      view: ['map', 'list'],
    }
    expect(fromAddress(written, knows)).toEqual({
      ...NOTHING,
      filter: { ...NO_FILTER, q: '쌀'.repeat(50) },
    })
  })
})
