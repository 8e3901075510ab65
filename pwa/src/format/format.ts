/**
 * How numbers, distances and times read. Pure functions, so that the same code serves the screens and the
 * tests; the words around them are messages. None of it by `Intl`: to load its data for the first number or
 * date holds up a screen longer than to draw all the rest of it (see the README, decision 14).
 */

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * The market's own clock, also for a neighbour who is abroad: UTC+9 all year, without daylight saving time
 * since 1988 (IANA time zone database, Asia/Seoul). Milliseconds.
 */
export const SEOUL_OFFSET = 9 * HOUR

export type TimeUnit = 'day' | 'hour' | 'minute' | 'second'

/**
 * A number with its thousands grouped, such as `12,500` or `2.5`: Korean and English write it alike.
 * @param value rounded to three decimals
 */
export function formatNumber(value: number): string {
  const [whole = '', decimals] = String(Math.round(value * 1000) / 1000).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals === undefined ? grouped : `${grouped}.${decimals}`
}

/**
 * Distance in the unit a walker thinks in.
 * @param metres whole or fractional metres
 * @returns the number as text and its unit: steps of 10 m below a kilometre, one decimal below ten.
 */
export function splitDistance(metres: number): { value: string; unit: 'metre' | 'kilometre' } {
  if (metres < 995)
    return { value: formatNumber(Math.max(10, Math.round(metres / 10) * 10)), unit: 'metre' }
  const kilometres = metres < 9950 ? Math.round(metres / 100) / 10 : Math.round(metres / 1000)
  return { value: formatNumber(kilometres), unit: 'kilometre' }
}

/** An instant on Seoul's clock. */
export interface SeoulTime {
  year: number
  /** 1 to 12. */
  month: number
  day: number
  /** 0 is Sunday. */
  weekday: number
  /** 0 to 23. */
  hour: number
  minute: number
}

/** What calendar and clock show in Seoul. */
export function seoulTime(instant: string | number | Date): SeoulTime {
  const shifted = new Date(new Date(instant).getTime() + SEOUL_OFFSET)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
  }
}

const twoDigits = (value: number) => String(value).padStart(2, '0')

/** Calendar day in Seoul as `2026-11-23`: equal for two instants of the same day. */
export function dayKey(instant: string | number | Date): string {
  const { year, month, day } = seoulTime(instant)
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`
}

/** Hour and minute on a clock of twelve hours: midnight and noon are twelve. */
export function clock({ hour, minute }: Pick<SeoulTime, 'hour' | 'minute'>): {
  half: 'am' | 'pm'
  hour: number
  minute: string
} {
  return { half: hour < 12 ? 'am' : 'pm', hour: hour % 12 || 12, minute: twoDigits(minute) }
}

/**
 * How long ago, in one unit.
 * @param now epoch milliseconds
 * @returns `now` for anything under a minute, also for what a clock that goes wrong puts into the future
 */
export function splitAgo(
  instant: string | number | Date,
  now: number,
): { amount: number; unit: 'now' | Exclude<TimeUnit, 'second'> } {
  const elapsed = now - new Date(instant).getTime()
  if (elapsed < MINUTE) return { amount: 0, unit: 'now' }
  if (elapsed < HOUR) return { amount: Math.floor(elapsed / MINUTE), unit: 'minute' }
  if (elapsed < DAY) return { amount: Math.floor(elapsed / HOUR), unit: 'hour' }
  return { amount: Math.floor(elapsed / DAY), unit: 'day' }
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
