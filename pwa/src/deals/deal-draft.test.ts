import { beforeEach, describe, expect, it } from 'vitest'
import { draftOf, type DealForm } from './deal-draft'

const form: DealForm = {
  title: '햇감자',
  description: '',
  category: '',
  productUrl: '',
  keywords: [],
  totalPrice: null,
  shares: 4,
  hostShares: 1,
  unit: '',
  unitQuantity: 1,
  deadline: '2026-12-01T18:00',
  pickup: { latitude: 37.55, longitude: 126.92 },
  pickupLabel: '',
}

describe('the draft of a deal', () => {
  beforeEach(() => localStorage.clear())

  it('comes back as it was left, with its pictures', () => {
    draftOf('me').keep(form, ['a', 'b'])
    expect(draftOf('me').read()).toMatchObject({ form, imageIds: ['a', 'b'] })
  })

  it('is nobody else’s', () => {
    draftOf('me').keep(form, [])
    expect(draftOf('you').read()).toBeUndefined()
  })

  it('is gone once it is discarded', () => {
    draftOf('me').keep(form, [])
    draftOf('me').discard()
    expect(draftOf('me').read()).toBeUndefined()
  })

  it('is not offered a month later', () => {
    draftOf('me', localStorage, () => 0).keep(form, [])
    expect(draftOf('me', localStorage, () => 31 * 24 * 3600_000).read()).toBeUndefined()
  })

  it('does no harm when it cannot be read or kept', () => {
    localStorage.setItem('gonggu.deal-draft.me', '{"half":')
    expect(draftOf('me').read()).toBeUndefined()
    const full = {
      getItem: () => null,
      removeItem: () => undefined,
      setItem() {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    expect(() => draftOf('me', full).keep(form, [])).not.toThrow()
  })
})
