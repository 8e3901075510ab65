import { useI18n } from 'vue-i18n'
import { clock, formatNumber, seoulTime, splitAgo, splitDistance, splitTimeLeft } from './format'

type Instant = string | number | Date

/** Formats in the reader's language; every text goes through the messages. */
export function useFormat() {
  const { t } = useI18n()

  function left(parts: ReturnType<typeof splitTimeLeft>): string {
    if (parts.length === 0) return t('format.past')
    return t('format.left', {
      time: parts.map(({ amount, unit }) => t(`format.${unit}`, { amount })).join(' '),
    })
  }

  const monthName = (month: number) => t(`format.months.${month}`)

  /** Time of day: `오후 6:00`. */
  function time(instant: Instant): string {
    const { half, hour, minute } = clock(seoulTime(instant))
    return t('format.clock', { half: t(`format.${half}`), hour, minute })
  }

  return {
    /** @param amount whole won */
    won: (amount: number) => t('format.won', { amount: formatNumber(amount) }),
    number: formatNumber,
    /** @param metres distance in metres */
    distance(metres: number): string {
      const { value, unit } = splitDistance(metres)
      return t(`format.${unit}`, { value })
    },
    time,
    /** Date and time, exact: `11월 23일 (월) 오후 6:00`. */
    dateTime(instant: Instant): string {
      const { month, day, weekday } = seoulTime(instant)
      return t('format.dateTime', {
        month: monthName(month),
        day,
        weekday: t(`format.weekdays.short.${weekday}`),
        time: time(instant),
      })
    },
    /** A whole day with its year, as the chat's and the history's dividers show it. */
    day(instant: Instant): string {
      const { year, month, day, weekday } = seoulTime(instant)
      return t('format.date', {
        year,
        month: monthName(month),
        day,
        weekday: t(`format.weekdays.long.${weekday}`),
      })
    },
    /** A month with its year: `2026년 11월`. */
    month(instant: Instant): string {
      const { year, month } = seoulTime(instant)
      return t('format.month', { year, month: monthName(month) })
    },
    /** How long ago, in one unit: `3분 전`. */
    ago(instant: Instant, now: number): string {
      const { amount, unit } = splitAgo(instant, now)
      if (unit === 'day' && amount === 1) return t('format.ago.yesterday')
      return t(`format.ago.${unit}`, { n: amount }, amount)
    },
    /** Time until a deadline, or that it has passed. */
    timeLeft: (deadline: string, now: number) => left(splitTimeLeft(deadline, now)),
    /** The same, to the second on the last day. */
    countdown: (deadline: string, now: number) => left(splitTimeLeft(deadline, now, true)),
  }
}
