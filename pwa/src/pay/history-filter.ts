import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { Transaction, TransactionsQuery } from '@/api/types'

export const DIRECTIONS = ['all', 'in', 'out'] as const
export type Direction = (typeof DIRECTIONS)[number]

export const KINDS = [
  'REMITTANCE',
  'CHARGE',
  'WITHDRAWAL',
  'WITHDRAWAL_RETURNED',
] as const satisfies readonly Transaction['kind'][]

export const ORDERS = ['newest', 'amount'] as const
export type Order = (typeof ORDERS)[number]

/** Which part of the history is shown, and in which order. */
export interface HistoryFilter {
  direction: Direction
  /** `''` is any. */
  kind: Transaction['kind'] | ''
  /** First and last day, `2026-11-23` in the market's zone; `''` is no limit. */
  from: string
  to: string
  order: Order
}

export const WHOLE_HISTORY: HistoryFilter = {
  direction: 'all',
  kind: '',
  from: '',
  to: '',
  order: 'newest',
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const DAY_MILLIS = 86_400_000

function one<T extends string>(value: unknown, known: readonly T[]): T | undefined {
  return known.find((each) => each === value)
}

function day(value: unknown): string {
  return typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : ''
}

/** Korea's clocks have not been changed since 1988. */
const startOf = (date: string) => new Date(`${date}T00:00:00+09:00`)

/** What an address asks for; whatever is none of the choices is left out. */
export function fromAddress(query: LocationQuery): HistoryFilter {
  return {
    direction: one(query.direction, DIRECTIONS) ?? 'all',
    kind: one(query.kind, KINDS) ?? '',
    from: day(query.from),
    to: day(query.to),
    order: one(query.order, ORDERS) ?? 'newest',
  }
}

/** The address of a filter: only what differs from the whole history. */
export function toAddress(filter: HistoryFilter): LocationQueryRaw {
  return Object.fromEntries(
    Object.entries(filter).filter(
      ([name, value]) => value !== WHOLE_HISTORY[name as keyof HistoryFilter],
    ),
  )
}

/** The filter as the pay service understands it: instants, the end not included. */
export function toQuery(filter: HistoryFilter): TransactionsQuery {
  return {
    ...(filter.direction === 'all' ? {} : { direction: filter.direction }),
    ...(filter.kind === '' ? {} : { kind: filter.kind }),
    ...(filter.from === '' ? {} : { from: startOf(filter.from).toISOString() }),
    ...(filter.to === ''
      ? {}
      : { to: new Date(startOf(filter.to).getTime() + DAY_MILLIS).toISOString() }),
    ...(filter.order === 'newest' ? {} : { sort: filter.order }),
  }
}

/** Whether the days contradict each other. */
export function isBackwards(filter: HistoryFilter): boolean {
  return filter.from !== '' && filter.to !== '' && filter.to < filter.from
}

/** How many choices of the sheet differ from none. */
export function chosen(filter: HistoryFilter): number {
  return [
    filter.kind !== '',
    filter.from !== '' || filter.to !== '',
    filter.order !== 'newest',
  ].filter(Boolean).length
}

/** What happened in one month, newest first, with its days. */
export interface Month {
  /** `2026-11` */
  key: string
  days: { key: string; transactions: Transaction[] }[]
  /** Won; only when all of the month is here. */
  sums: { in: number; out: number } | undefined
}

/**
 * Groups a history that is in the order of time.
 * @param transactions newest first
 * @param dayKey calendar day of an instant
 * @param complete whether nothing older is left to load
 */
export function byMonth(
  transactions: readonly Transaction[],
  dayKey: (instant: string) => string,
  complete: boolean,
): Month[] {
  const months: Month[] = []
  for (const transaction of transactions) {
    const key = dayKey(transaction.at)
    let month = months.at(-1)
    if (month?.key !== key.slice(0, 7)) {
      month = { key: key.slice(0, 7), days: [], sums: undefined }
      months.push(month)
    }
    const last = month.days.at(-1)
    if (last?.key === key) last.transactions.push(transaction)
    else month.days.push({ key, transactions: [transaction] })
  }
  for (const [index, month] of months.entries()) {
    if (!complete && index === months.length - 1) continue
    const all = month.days.flatMap((each) => each.transactions)
    const sum = (direction: Transaction['direction']) =>
      all
        .filter((each) => each.direction === direction)
        .reduce((total, each) => total + each.amount, 0)
    month.sums = { in: sum('in'), out: sum('out') }
  }
  return months
}
