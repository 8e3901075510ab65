import type { Language } from './push-text'

/** A service worker has no local storage: the page leaves the language in this cache. */
const SETTINGS = 'gonggu-settings'
const KEY = '/language'

export async function rememberLanguage(language: Language): Promise<void> {
  const cache = await caches.open(SETTINGS)
  await cache.put(KEY, new Response(language))
}

/** Korean unless the page said otherwise. */
export async function rememberedLanguage(): Promise<Language> {
  const kept = await caches.match(KEY, { cacheName: SETTINGS })
  return (await kept?.text()) === 'en' ? 'en' : 'ko'
}
