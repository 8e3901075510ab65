import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { payApi } from '@/api/clients'
import { useDue } from './use-due'

vi.mock('@/api/clients', () => ({ payApi: { GET: vi.fn() } }))

const NOW = Date.parse('2026-11-28T00:00:00Z')
const rice = {
  id: 'rice',
  title: '쌀 20kg',
  status: 'RECRUITING' as const,
  deadline: '2026-11-29T00:00:00Z',
  host: { id: 'host', nickname: '방장' },
}

async function afterSending(amount: number) {
  vi.mocked(payApi.GET).mockResolvedValueOnce({
    data: {
      items: [{ direction: 'out', dealId: 'rice', counterparty: { id: 'host' }, amount }],
      next: null,
    },
    response: new Response(),
  } as never)
  const paying = useDue()
  await paying.load()
  return paying
}

beforeEach(() => {
  setActivePinia(createPinia())
})

describe('what a participant still owes', () => {
  it('is the price of the shares less what was sent', async () => {
    const paying = await afterSending(4000)
    expect(paying.sent(rice)).toBe(4000)
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

  it('goes to the host with amount, deal and name filled in', () => {
    expect(useDue().wayToPay(rice, 5000)).toEqual({
      name: 'remit',
      query: { to: '방장', amount: 5000, deal: 'rice', memo: '쌀 20kg' },
    })
  })
})
