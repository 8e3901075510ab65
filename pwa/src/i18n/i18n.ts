import { createI18n } from 'vue-i18n'
import { rememberLanguage } from '@/service-worker/language'
import ko from './messages/ko.json'

export const LOCALES = ['ko', 'en'] as const
export type Locale = (typeof LOCALES)[number]

const STORED = 'gonggu.locale'

export const i18n = createI18n({
  legacy: false,
  locale: 'ko',
  fallbackLocale: 'ko',
  messages: { ko } as Record<Locale, typeof ko>,
})

function isLocale(value: string | null): value is Locale {
  return LOCALES.some((locale) => locale === value)
}

/** Korean unless the reader chose otherwise: the market is in Seoul. */
export function storedLocale(): Locale {
  const stored = localStorage.getItem(STORED)
  return isLocale(stored) ? stored : 'ko'
}

/** Shows everything in a language, fetching its messages first. */
export async function useLocale(locale: Locale): Promise<void> {
  if (locale === 'en') {
    const { default: en } = await import('./messages/en.json')
    i18n.global.setLocaleMessage('en', en)
  }
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
  localStorage.setItem(STORED, locale)
  if ('caches' in window) await rememberLanguage(locale).catch(() => undefined)
}
