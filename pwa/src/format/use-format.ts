import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import {
  formatAgo,
  formatDateTime,
  formatDay,
  formatMonth,
  formatNumber,
  formatTime,
  splitDistance,
  splitTimeLeft,
} from './format'

/** Formats in the reader's language; every text goes through the messages. */
export function useFormat() {
  const { t, locale } = useI18n()
  const tag = computed(() => (locale.value === 'en' ? 'en-GB' : 'ko-KR'))

  function left(parts: ReturnType<typeof splitTimeLeft>): string {
    if (parts.length === 0) return t('format.past')
    return t('format.left', {
      time: parts.map(({ amount, unit }) => t(`format.${unit}`, { amount })).join(' '),
    })
  }

  return {
    /** @param amount whole won */
    won: (amount: number) => t('format.won', { amount: formatNumber(amount, tag.value) }),
    number: (value: number) => formatNumber(value, tag.value),
    /** @param metres distance in metres */
    distance(metres: number): string {
      const { value, unit } = splitDistance(metres, tag.value)
      return t(`format.${unit}`, { value })
    },
    dateTime: (instant: string | number | Date) => formatDateTime(instant, tag.value),
    day: (instant: string | number | Date) => formatDay(instant, tag.value),
    month: (instant: string | number | Date) => formatMonth(instant, tag.value),
    time: (instant: string | number | Date) => formatTime(instant, tag.value),
    ago: (instant: string | number | Date, now: number) => formatAgo(instant, now, tag.value),
    /** Time until a deadline, or that it has passed. */
    timeLeft: (deadline: string, now: number) => left(splitTimeLeft(deadline, now)),
    /** The same, to the second on the last day. */
    countdown: (deadline: string, now: number) => left(splitTimeLeft(deadline, now, true)),
  }
}
