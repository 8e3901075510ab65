/**
 * How numbers, distances and times read. Pure functions of a locale and a time zone, so that the same
 * code serves the screens and the tests.
 */

/** The market's own clock; a neighbour abroad still picks up in Seoul's time. */
export const TIME_ZONE = 'Asia/Seoul'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export type TimeUnit = 'day' | 'hour' | 'minute' | 'second'

const cache = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>()

function cached<T extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>(
  key: string,
  make: () => T,
): T {
  const known = cache.get(key)
  if (known) return known as T
  const made = make()
  cache.set(key, made)
  return made
}

/** Grouped whole number, such as `12,500`. */
export function formatNumber(value: number, locale: string): string {
  return cached(`n:${locale}`, () => new Intl.NumberFormat(locale)).format(value)
}

/**
 * Distance in the unit a walker thinks in.
 * @param metres whole or fractional metres
 * @returns the number as text and its unit: steps of 10 m below a kilometre, one decimal below ten.
 */
export function splitDistance(
  metres: number,
  locale: string,
): { value: string; unit: 'metre' | 'kilometre' } {
  if (metres < 995) {
    return {
      value: formatNumber(Math.max(10, Math.round(metres / 10) * 10), locale),
      unit: 'metre',
    }
  }
  const digits = metres < 9950 ? 1 : 0
  const value = cached(
    `km:${locale}:${digits}`,
    () => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }),
  ).format(metres / 1000)
  return { value, unit: 'kilometre' }
}

/** Date and time, exact: `11월 23일 (월) 오후 6:00`. */
export function formatDateTime(instant: string | number | Date, locale: string): string {
  return cached(
    `dt:${locale}`,
    () =>
      new Intl.DateTimeFormat(locale, {
        timeZone: TIME_ZONE,
        month: 'long',
        day: 'numeric',
        weekday: 'short',
        hour: 'numeric',
        minute: '2-digit',
      }),
  ).format(new Date(instant))
}

/** A whole day with its year, as the chat's and the history's dividers show it. */
export function formatDay(instant: string | number | Date, locale: string): string {
  return cached(
    `d:${locale}`,
    () =>
      new Intl.DateTimeFormat(locale, {
        timeZone: TIME_ZONE,
        year: 'numeric',
        month: 'long',
        day: 'numeric',
        weekday: 'long',
      }),
  ).format(new Date(instant))
}

/** A month with its year: `2026년 11월`. */
export function formatMonth(instant: string | number | Date, locale: string): string {
  return cached(
    `m:${locale}`,
    () => new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, year: 'numeric', month: 'long' }),
  ).format(new Date(instant))
}

/** Time of day: `오후 6:00`. */
export function formatTime(instant: string | number | Date, locale: string): string {
  return cached(
    `t:${locale}`,
    () =>
      new Intl.DateTimeFormat(locale, {
        timeZone: TIME_ZONE,
        hour: 'numeric',
        minute: '2-digit',
      }),
  ).format(new Date(instant))
}

/** Calendar day in the market's zone as `2026-11-23`: equal for two instants of the same day. */
export function dayKey(instant: string | number | Date): string {
  return cached(
    'key',
    () =>
      new Intl.DateTimeFormat('en-CA', {
        timeZone: TIME_ZONE,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
      }),
  ).format(new Date(instant))
}

/** How long ago, in one unit: `3분 전`; anything under a minute is `now`. */
export function formatAgo(instant: string | number | Date, now: number, locale: string): string {
  const elapsed = Math.max(0, now - new Date(instant).getTime())
  const relative = cached(
    `r:${locale}`,
    () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
  )
  if (elapsed < MINUTE) return relative.format(0, 'second')
  if (elapsed < HOUR) return relative.format(-Math.floor(elapsed / MINUTE), 'minute')
  if (elapsed < DAY) return relative.format(-Math.floor(elapsed / HOUR), 'hour')
  return relative.format(-Math.floor(elapsed / DAY), 'day')
}

/**
 * Time until a deadline in its two largest units.
 * @param ticking whether the last day is told to the second
 * @returns an empty list once it has passed
 */
export function splitTimeLeft(
  deadline: string | number | Date,
  now: number,
  ticking = false,
): { amount: number; unit: TimeUnit }[] {
  const left = new Date(deadline).getTime() - now
  if (left <= 0) return []
  const days = Math.floor(left / DAY)
  const hours = Math.floor((left % DAY) / HOUR)
  const minutes = Math.floor((left % HOUR) / MINUTE)
  const seconds = Math.floor((left % MINUTE) / SECOND)
  const parts: { amount: number; unit: TimeUnit }[] =
    days > 0
      ? [
          { amount: days, unit: 'day' },
          { amount: hours, unit: 'hour' },
        ]
      : hours > 0 && ticking
        ? [
            { amount: hours, unit: 'hour' },
            { amount: minutes, unit: 'minute' },
            { amount: seconds, unit: 'second' },
          ]
        : hours > 0
          ? [
              { amount: hours, unit: 'hour' },
              { amount: minutes, unit: 'minute' },
            ]
          : minutes >= 10 && !ticking
            ? [{ amount: minutes, unit: 'minute' }]
            : [
                { amount: minutes, unit: 'minute' },
                { amount: seconds, unit: 'second' },
              ]
  return parts.filter((part) => part.amount > 0)
}
