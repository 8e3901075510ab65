import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { h } from 'vue'
import { i18n, useLocale } from '@/i18n/i18n'
import { useFormat } from './use-format'

const AT = '2026-11-23T09:00:00Z'
const MINUTE = 60_000

/** What a screen writes in a language. */
async function written(locale: 'ko' | 'en') {
  await useLocale(locale)
  const now = Date.parse(AT)
  const screen = mount(
    {
      setup() {
        const format = useFormat()
        const lines = [
          format.dateTime(AT),
          format.day(AT),
          format.month(AT),
          format.time(AT),
          format.ago(AT, now),
          format.ago(AT, now + MINUTE),
          format.ago(AT, now + 5 * 60 * MINUTE),
          format.ago(AT, now + 30 * 60 * MINUTE),
          format.ago(AT, now + 72 * 60 * MINUTE),
          format.distance(1240),
          format.won(12_500),
        ]
        return () => h('div', lines.join('\n'))
      },
    },
    { global: { plugins: [i18n] } },
  )
  return screen.text().split('\n')
}

describe('formats in the reader’s language', () => {
  afterEach(() => useLocale('ko'))

  it('are Korean', async () => {
    expect(await written('ko')).toEqual([
      '11월 23일 (월) 오후 6:00',
      '2026년 11월 23일 월요일',
      '2026년 11월',
      '오후 6:00',
      '방금',
      '1분 전',
      '5시간 전',
      '어제',
      '3일 전',
      '1.2km',
      '12,500원',
    ])
  })

  it('are English', async () => {
    expect(await written('en')).toEqual([
      'Mon 23 November, 6:00 pm',
      'Monday, 23 November 2026',
      'November 2026',
      '6:00 pm',
      'just now',
      '1 minute ago',
      '5 hours ago',
      'yesterday',
      '3 days ago',
      '1.2 km',
      '₩12,500',
    ])
  })
})
