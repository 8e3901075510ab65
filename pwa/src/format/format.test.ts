import { describe, expect, it } from 'vitest'
import { fromSeoulTime, toSeoulTime } from '@/deals/deadline'
import {
  clock,
  dayKey,
  formatNumber,
  seoulTime,
  splitAgo,
  splitDistance,
  splitTimeLeft,
} from './format'

const NOW = Date.parse('2026-11-23T01:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('a neighbour reads', () => {
  it('won in groups of three', () => {
    expect(formatNumber(1_234_500)).toBe('1,234,500')
  })

  it('numbers as the platform writes them in both languages', () => {
    for (const value of [0, 7, 999, 1000, 12_345, 999_999, 1_000_000, -4500, 0.5, 2.5, 1234.125])
      for (const locale of ['ko-KR', 'en-GB'])
        expect(formatNumber(value)).toBe(new Intl.NumberFormat(locale).format(value))
  })

  it('distances in steps that feet know', () => {
    expect(splitDistance(3)).toEqual({ value: '10', unit: 'metre' })
    expect(splitDistance(424)).toEqual({ value: '420', unit: 'metre' })
    expect(splitDistance(998)).toEqual({ value: '1', unit: 'kilometre' })
    expect(splitDistance(1240)).toEqual({ value: '1.2', unit: 'kilometre' })
    expect(splitDistance(12_400)).toEqual({ value: '12', unit: 'kilometre' })
  })

  it('times in Seoul wherever the device is', () => {
    expect(seoulTime('2026-11-23T15:30:00Z')).toEqual({
      year: 2026,
      month: 11,
      day: 24,
      weekday: 2,
      hour: 0,
      minute: 30,
    })
    expect(dayKey('2026-12-31T15:00:00Z')).toBe('2027-01-01')
  })

  it('the day that the time zone database knows, all year', () => {
    const platform = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Seoul' })
    for (let instant = NOW; instant < NOW + 366 * DAY; instant += 7 * HOUR)
      expect(dayKey(instant)).toBe(platform.format(instant))
  })

  it('noon and midnight as twelve', () => {
    const told = (hour: number) => {
      const { half, hour: twelve, minute } = clock({ hour, minute: 5 })
      return `${twelve}:${minute} ${half}`
    }
    expect([0, 1, 11, 12, 13, 23].map(told)).toEqual([
      '12:05 am',
      '1:05 am',
      '11:05 am',
      '12:05 pm',
      '1:05 pm',
      '11:05 pm',
    ])
  })

  it('what is left until a deadline in its two largest units', () => {
    const left = (milliseconds: number) =>
      splitTimeLeft(NOW + milliseconds, NOW)
        .map(({ amount, unit }) => `${amount} ${unit}`)
        .join(' ')
    expect(left(2 * DAY + 3 * HOUR + MINUTE)).toBe('2 day 3 hour')
    expect(left(DAY)).toBe('1 day')
    expect(left(3 * HOUR + 5 * MINUTE)).toBe('3 hour 5 minute')
    expect(left(40 * MINUTE + 5000)).toBe('40 minute')
    expect(left(3 * MINUTE + 5000)).toBe('3 minute 5 second')
    expect(left(0)).toBe('')
    expect(left(-1)).toBe('')
  })

  it('what is left to the second on the last day, where one waits for it', () => {
    const left = (milliseconds: number) =>
      splitTimeLeft(NOW + milliseconds, NOW, true)
        .map(({ amount, unit }) => `${amount} ${unit}`)
        .join(' ')
    expect(left(DAY + HOUR + MINUTE)).toBe('1 day 1 hour')
    expect(left(3 * HOUR + 5 * MINUTE + 7000)).toBe('3 hour 5 minute 7 second')
    expect(left(40 * MINUTE + 5000)).toBe('40 minute 5 second')
    expect(left(0)).toBe('')
  })

  it('how long ago in one unit', () => {
    expect(splitAgo(NOW - 3 * MINUTE, NOW)).toEqual({ amount: 3, unit: 'minute' })
    expect(splitAgo(NOW - 2 * HOUR - 59 * MINUTE, NOW)).toEqual({ amount: 2, unit: 'hour' })
    expect(splitAgo(NOW - 47 * HOUR, NOW)).toEqual({ amount: 1, unit: 'day' })
    expect(splitAgo(NOW - 59_000, NOW).unit).toBe('now')
    expect(splitAgo(NOW + HOUR, NOW).unit).toBe('now')
  })

  it('a deadline as Seoul’s clock shows it', () => {
    expect(toSeoulTime(Date.parse('2026-11-23T15:30:00Z'))).toBe('2026-11-24T00:30')
    expect(fromSeoulTime('2026-11-24T00:30')?.toISOString()).toBe('2026-11-23T15:30:00.000Z')
    expect(fromSeoulTime('')).toBeUndefined()
  })
})
