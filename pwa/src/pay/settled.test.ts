import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { payApi } from '@/api/clients'
import { useSettled } from './settled'

vi.mock('@/api/clients', () => ({ payApi: { GET: vi.fn() } }))

const moved = (
  direction: 'in' | 'out',
  dealId: string | undefined,
  id: string,
  amount: number,
) => ({
  direction,
  ...(dealId === undefined ? {} : { dealId }),
  counterparty: { id },
  amount,
})

beforeEach(() => {
  setActivePinia(createPinia())
})

test('what went for a deal is counted by deal and neighbour, less what was paid back', async () => {
  vi.mocked(payApi.GET).mockResolvedValueOnce({
    data: {
      items: [
        moved('out', 'rice', 'host', 4000),
        moved('out', 'rice', 'host', 1000),
        moved('out', 'rice', 'other', 300),
        moved('out', undefined, 'host', 70),
        moved('in', 'rice', 'guest', 9),
        moved('in', 'rice', 'friend', 800),
        moved('out', 'rice', 'friend', 800),
        moved('in', 'soap', 'guest', 60),
      ],
      next: null,
    },
    response: new Response(),
  } as never)
  const settled = useSettled()
  await settled.load()
  expect(settled.sent('rice', 'host')).toBe(5000)
  expect(settled.sent('rice', 'other')).toBe(300)
  expect(settled.sent('soap', 'host')).toBe(0)
  expect(settled.received('rice', 'guest')).toBe(9)
  expect(settled.sent('rice', 'guest')).toBe(0)
  expect(settled.received('rice', 'friend')).toBe(0)
  expect(settled.senders('rice').map(({ member, won }) => [member.id, won])).toEqual([['guest', 9]])

  // Who sends much has more than a page; what matters may stand on the last.
  const page = (items: unknown[], next: string | null) =>
    ({ data: { items, next }, response: new Response() }) as never
  const now = new Date().toISOString()
  vi.mocked(payApi.GET)
    .mockResolvedValueOnce(page([{ ...moved('out', 'soap', 'host', 1), at: now }], 'more'))
    .mockResolvedValueOnce(page([moved('out', 'rice', 'host', 5000)], null))
  await settled.load()
  expect(settled.sent('rice', 'host')).toBe(5000)
  expect(settled.sent('soap', 'host')).toBe(1)

  // What is older than any deal is not fetched.
  vi.mocked(payApi.GET).mockResolvedValueOnce(
    page([{ ...moved('out', 'rice', 'host', 5000), at: '2020-01-01T00:00:00Z' }], 'more'),
  )
  await settled.load()
  expect(payApi.GET).toHaveBeenCalledTimes(4)

  vi.mocked(payApi.GET).mockRejectedValueOnce(new TypeError('no network'))
  await settled.load()
  expect(settled.sent('rice', 'host')).toBe(5000)
})

test('a question that another one overtakes is not the end of waiting', async () => {
  let say: (answer: never) => void = () => undefined
  const nothing = { data: { items: [], next: null }, response: new Response() } as never
  vi.mocked(payApi.GET)
    .mockResolvedValueOnce(nothing)
    .mockReturnValueOnce(new Promise((resolve) => (say = resolve)) as never)
  const settled = useSettled()
  const overtaken = settled.load()
  const last = settled.load()
  await overtaken
  expect(settled.pending).toBe(true)
  say(nothing)
  await last
  expect([settled.known, settled.pending]).toEqual([true, false])
})

test('where nobody answers, waiting is over and nothing is known', async () => {
  vi.mocked(payApi.GET).mockRejectedValueOnce(new TypeError('no network'))
  const settled = useSettled()
  await settled.load()
  expect([settled.known, settled.pending]).toEqual([false, false])
})
