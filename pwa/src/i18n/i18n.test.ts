import { expect, test } from 'vitest'
import { firstLocale } from './i18n'

const nothing = { getItem: () => null }

test.each([
  [['ko-KR', 'en-US'], 'ko'],
  [['ko'], 'ko'],
  [['en-GB', 'ko'], 'en'],
  [['fr-FR', 'ko-KR', 'en'], 'ko'],
  [['fr-FR', 'de'], 'en'],
  [['kok-IN'], 'en'],
  [[], 'en'],
] as const)('a browser that prefers %j begins in %s', (preferred, locale) => {
  expect(firstLocale(preferred, nothing)).toBe(locale)
})

test('what the reader chose wins', () => {
  expect(firstLocale(['en-US'], { getItem: () => 'ko' })).toBe('ko')
  expect(firstLocale(['ko-KR'], { getItem: () => 'en' })).toBe('en')
  expect(firstLocale(['ko-KR'], { getItem: () => 'xx' })).toBe('ko')
})
