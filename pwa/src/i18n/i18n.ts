import { markRaw } from 'vue'
import { createI18n } from 'vue-i18n'
import { rememberLanguage } from '@/service-worker/language'
import ko from './messages/ko.json'
import { deviceStorage } from '@/storage/storage'

export const LOCALES = ['ko', 'en'] as const
export type Locale = (typeof LOCALES)[number]

const STORED = 'gonggu.locale'

export const i18n = createI18n({
  legacy: false,
  locale: 'ko',
  fallbackLocale: 'ko',
  // Messages never change one by one: each look-up through proxies would cost a cold start its time.
  messages: { ko: markRaw(ko) } as Record<Locale, typeof ko>,
})

function isLocale(value: string | null): value is Locale {
  return LOCALES.some((locale) => locale === value)
}

/**
 * What the reader chose, else what their browser prefers of what there is. Whoever prefers neither reads
 * English more likely than Korean.
 * @param preferred the browser's languages, best first (BCP 47)
 */
export function firstLocale(
  preferred: readonly string[] = navigator.languages,
  storage: Pick<Storage, 'getItem'> = deviceStorage,
): Locale {
  const stored = storage.getItem(STORED)
  if (isLocale(stored)) return stored
  const known = preferred
    .map((language) => language.toLowerCase().split('-', 1)[0] ?? null)
    .find(isLocale)
  return known ?? 'en'
}

/** Shows everything in a language that the reader chose, and keeps to it from now on. */
export async function chooseLocale(locale: Locale): Promise<void> {
  await useLocale(locale)
  // At once: who goes elsewhere the next moment has chosen all the same.
  deviceStorage.setItem(STORED, locale)
  await tellServiceWorker()
}

/** Shows everything in a language, fetching its messages first. */
export async function useLocale(locale: Locale): Promise<void> {
  if (locale === 'en') {
    const { default: en } = await import('./messages/en.json')
    i18n.global.setLocaleMessage('en', markRaw(en))
  }
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
}

/** A notification speaks the language of the screens. */
export async function tellServiceWorker(): Promise<void> {
  if ('caches' in window) await rememberLanguage(i18n.global.locale.value).catch(() => undefined)
}
