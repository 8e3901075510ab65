import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { payApi } from '@/api/clients'
import type { Participant } from '@/api/types'
import { useDue } from './use-due'

vi.mock('@/api/clients', () => ({ payApi: { GET: vi.fn() } }))

const NOW = Date.parse('2026-11-28T00:00:00Z')
const rice = {
  id: 'rice',
  title: '쌀 20kg',
  status: 'RECRUITING' as const,
  deadline: '2026-11-29T00:00:00Z',
  host: { id: 'host', nickname: '방장' },
  pricePerShare: 4500,
  hostShares: 1,
  sharesTaken: 3,
}

/** Somebody with shares of the rice. */
const person = (id: string, quantity: number) =>
  ({
    member: { id, nickname: id },
    enrollment: { quantity, amount: quantity * rice.pricePerShare },
  }) as Participant

async function after(...moves: [direction: 'in' | 'out', id: string, amount: number][]) {
  vi.mocked(payApi.GET).mockResolvedValueOnce({
    data: {
      items: moves.map(([direction, id, amount]) => ({
        direction,
        dealId: 'rice',
        counterparty: { id, nickname: id },
        amount,
      })),
      next: null,
    },
    response: new Response(),
  } as never)
  const paying = useDue()
  await paying.load()
  return paying
}

const afterSending = (amount: number) => after(['out', 'host', amount])

beforeEach(() => {
  setActivePinia(createPinia())
})

describe('what a participant still owes', () => {
  it('is the price of the shares less what was sent', async () => {
    const paying = await afterSending(4000)
    expect(paying.due(rice, 9000, NOW)).toBe(5000)
  })

  it('is not told while nobody could say what was sent, as without a network', async () => {
    vi.mocked(payApi.GET).mockRejectedValueOnce(new TypeError('no network'))
    const paying = useDue()
    await paying.load()
    expect(paying.due(rice, 9000, NOW)).toBeUndefined()
    expect((await afterSending(0)).due(rice, 9000, NOW)).toBe(9000)
  })

  it('is nothing once all was sent, also when shares were given back since', async () => {
    const paying = await afterSending(9000)
    expect(paying.due(rice, 9000, NOW)).toBe(0)
    expect(paying.due(rice, 4500, NOW)).toBe(0)
  })

  it('is not asked for where the deal will not be', async () => {
    const paying = await afterSending(4000)
    expect(paying.due({ ...rice, status: 'CANCELLED' }, 9000, NOW)).toBeUndefined()
    expect(paying.due(rice, 9000, Date.parse(rice.deadline))).toBeUndefined()
    expect(paying.due({ ...rice, status: 'ORDERED' }, 9000, Date.parse(rice.deadline))).toBe(5000)
  })

  it('can be asked back where no share stands for it', async () => {
    const paying = await afterSending(9000)
    expect(paying.excess(rice, 9000, NOW)).toBe(0)
    expect(paying.excess(rice, 4500, NOW)).toBe(4500)
    expect(paying.excess({ ...rice, status: 'CANCELLED' }, 9000, NOW)).toBe(9000)
    const repaid = await after(['out', 'host', 9000], ['in', 'host', 9000])
    expect(repaid.excess({ ...rice, status: 'CANCELLED' }, 0, NOW)).toBe(0)
  })

  it('goes to the host with amount, deal and name filled in', () => {
    expect(useDue().wayToPay(rice, 5000)).toEqual({
      name: 'remit',
      query: { to: '방장', amount: 5000, deal: 'rice', memo: '쌀 20kg' },
    })
  })
})

describe('what a host still waits for', () => {
  it('is what each participant has not sent yet, and never less than nothing', async () => {
    const paying = await after(['in', 'gyul', 4000], ['in', 'bora', 9000])
    const owed = [person('gyul', 2), person('bora', 1), person('sori', 1)]
    expect(owed.map((one) => paying.owedBy('rice', one))).toEqual([5000, 0, 4500])
    expect(paying.taken(rice)).toBe(13000)
  })
})

describe('what a host sends back', () => {
  const told = (paying: ReturnType<typeof useDue>, deal: typeof rice, people: Participant[]) =>
    paying.refunds(deal, people).map(({ member, won }) => [member.id, won])

  it('is everything when the deal came to nothing, less what went back already', async () => {
    const paying = await after(['in', 'gyul', 9000], ['in', 'bora', 4500], ['out', 'bora', 4500])
    expect(told(paying, { ...rice, status: 'CANCELLED' as 'RECRUITING' }, [])).toEqual([
      ['gyul', 9000],
    ])
  })

  it('is what no share stands for while the deal goes on', async () => {
    const paying = await after(['in', 'gyul', 9000], ['in', 'bora', 4500])
    expect(told(paying, rice, [person('gyul', 2)])).toEqual([['bora', 4500]])
    expect(told(paying, { ...rice, sharesTaken: 2 }, [person('gyul', 1)])).toEqual([
      ['gyul', 4500],
      ['bora', 4500],
    ])
  })

  it('cannot reach who has left the market', async () => {
    const paying = await after(['in', '탈퇴한 이웃', 9000], ['in', 'gyul', 10])
    const off = { ...rice, status: 'CANCELLED' as const }
    expect(paying.refunds(off, []).map(({ reachable }) => reachable)).toEqual([false, true])
  })

  it('is not told before the service says that a deal came to nothing', async () => {
    const paying = await after(['in', 'gyul', 9000])
    const full = [person('gyul', 2)]
    expect(paying.refunds({ ...rice, deadline: '2020-01-01T00:00:00Z' }, full)).toEqual([])
  })

  it('is not guessed while it is not known who has shares', async () => {
    const paying = await after(['in', 'gyul', 9000])
    expect(told(paying, rice, [])).toEqual([])
  })

  it('goes to the neighbour with amount and deal filled in', () => {
    const refund = { member: { id: 'gyul', nickname: '귤' }, won: 4500, reachable: true }
    expect(useDue().wayToRefund(rice, refund, '돌려드려요')).toEqual({
      name: 'remit',
      query: { to: '귤', amount: 4500, deal: 'rice', memo: '돌려드려요' },
    })
  })
})
