import { describe, expect, it } from 'vitest'
import type { Transaction } from '@/api/types'
import { dayKey } from '@/format/format'
import {
  byMonth,
  chosen,
  fromAddress,
  isBackwards,
  toAddress,
  toQuery,
  WHOLE_HISTORY,
} from './history-filter'

function moved(at: string, direction: 'in' | 'out', amount: number): Transaction {
  return {
    id: at,
    kind: 'REMITTANCE',
    direction,
    amount,
    balanceAfter: 0,
    at,
    status: 'DONE',
  } as unknown as Transaction
}

describe('the address', () => {
  it('keeps what was chosen', () => {
    const filter = {
      ...WHOLE_HISTORY,
      direction: 'out' as const,
      kind: 'REMITTANCE' as const,
      from: '2026-11-01',
      order: 'amount' as const,
    }
    expect(toAddress(filter)).toEqual({
      direction: 'out',
      kind: 'REMITTANCE',
      from: '2026-11-01',
      order: 'amount',
    })
    expect(
      fromAddress({ direction: 'out', kind: 'REMITTANCE', from: '2026-11-01', order: 'amount' }),
    ).toEqual(filter)
    expect(toAddress(WHOLE_HISTORY)).toEqual({})
  })

  it('asks for nothing that is none of the choices', () => {
    expect(
      fromAddress({
        direction: 'up',
        kind: ['CHARGE'],
        from: 'yesterday',
        to: '2026-99-99',
        order: '',
      }),
    ).toEqual(WHOLE_HISTORY)
  })
})

describe('the question to the service', () => {
  it('means whole days in Seoul, the last one included', () => {
    expect(toQuery({ ...WHOLE_HISTORY, from: '2026-11-01', to: '2026-11-30' })).toEqual({
      from: '2026-10-31T15:00:00.000Z',
      to: '2026-11-30T15:00:00.000Z',
    })
  })

  it('counts the choices and sees days that contradict each other', () => {
    expect(chosen({ ...WHOLE_HISTORY, direction: 'in' })).toBe(0)
    expect(chosen({ ...WHOLE_HISTORY, kind: 'CHARGE', from: '2026-11-01', to: '2026-11-02' })).toBe(
      2,
    )
    expect(isBackwards({ ...WHOLE_HISTORY, from: '2026-11-02', to: '2026-11-01' })).toBe(true)
    expect(isBackwards({ ...WHOLE_HISTORY, from: '2026-11-01', to: '2026-11-01' })).toBe(false)
  })
})

describe('months', () => {
  const history = [
    moved('2026-11-02T01:00:00Z', 'in', 3000),
    moved('2026-10-31T15:30:00Z', 'out', 1000),
    moved('2026-10-31T14:30:00Z', 'out', 500),
  ]

  it('begin at midnight in Seoul and say what came and went', () => {
    const months = byMonth(history, dayKey, true)
    expect(months.map(({ key, sums }) => ({ key, sums }))).toEqual([
      { key: '2026-11', sums: { in: 3000, out: 1000 } },
      { key: '2026-10', sums: { in: 0, out: 500 } },
    ])
    expect(months[0]?.days.map((day) => day.key)).toEqual(['2026-11-02', '2026-11-01'])
  })

  it('say no sum while a part of them is not here', () => {
    expect(byMonth(history, dayKey, false).map((month) => month.sums !== undefined)).toEqual([
      true,
      false,
    ])
  })
})
