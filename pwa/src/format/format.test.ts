import { describe, expect, it } from 'vitest'
import { fromSeoulTime, toSeoulTime } from '@/deals/deadline'
import {
  dayKey,
  formatAgo,
  formatDateTime,
  formatNumber,
  splitDistance,
  splitTimeLeft,
} from './format'

const NOW = Date.parse('2026-11-23T01:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('a neighbour reads', () => {
  it('won in groups of three', () => {
    expect(formatNumber(1_234_500, 'ko-KR')).toBe('1,234,500')
  })

  it('distances in steps that feet know', () => {
    expect(splitDistance(3, 'ko-KR')).toEqual({ value: '10', unit: 'metre' })
    expect(splitDistance(424, 'ko-KR')).toEqual({ value: '420', unit: 'metre' })
    expect(splitDistance(998, 'ko-KR')).toEqual({ value: '1', unit: 'kilometre' })
    expect(splitDistance(1240, 'ko-KR')).toEqual({ value: '1.2', unit: 'kilometre' })
    expect(splitDistance(12_400, 'ko-KR')).toEqual({ value: '12', unit: 'kilometre' })
  })

  it('times in Seoul wherever the device is', () => {
    expect(formatDateTime('2026-11-23T15:30:00Z', 'ko-KR')).toMatch(
      // A Node built with little locale data writes AM.
      /^11월 24일 \(화\) (오전|AM) 12:30$/,
    )
    expect(dayKey('2026-11-23T15:30:00Z')).toBe('2026-11-24')
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
    expect(formatAgo(NOW - 3 * MINUTE, NOW, 'ko-KR')).toBe('3분 전')
    expect(formatAgo(NOW + MINUTE, NOW, 'ko-KR')).toBe('지금')
  })

  it('a deadline as Seoul’s clock shows it', () => {
    expect(toSeoulTime(Date.parse('2026-11-23T15:30:00Z'))).toBe('2026-11-24T00:30')
    expect(fromSeoulTime('2026-11-24T00:30')?.toISOString()).toBe('2026-11-23T15:30:00.000Z')
    expect(fromSeoulTime('')).toBeUndefined()
  })
})
