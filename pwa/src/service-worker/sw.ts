/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core'
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

import { rememberedLanguage } from './language'
import { pushText, type PushMessage } from './push-text'

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: (string | { url: string; revision: string | null })[]
}

cleanupOutdatedCaches()
precacheAndRoute(self.__WB_MANIFEST)
clientsClaim()

// Screens come from the shell; what the services answer is never taken for one.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/api\//, /^\/openapi(\/|$)/, /^\/health(\/|$)/, /^\/metrics(\/|$)/],
  }),
)

/** Not every browser has the Static Routing API, https://www.w3.org/TR/service-workers/#service-worker-static-routing */
interface RoutingInstallEvent extends ExtendableEvent {
  addRoutes?: (
    rules: { condition: { urlPattern: string }; source: 'network' | 'fetch-event' }[],
  ) => Promise<void>
}

// What services answer does not come through here but for pictures: nobody waits for a worker to wake up.
self.addEventListener('install', (event: RoutingInstallEvent) => {
  void event
    .addRoutes?.([
      { condition: { urlPattern: '/api/deal/images/*' }, source: 'fetch-event' },
      { condition: { urlPattern: '/api/*' }, source: 'network' },
    ])
    .catch(() => undefined) // the way through the worker is only longer
})

/** Pictures of deals, which everyone may see and which never change; wiped by the page at sign-out. */
const PICTURES = 'gonggu-pictures'
const MOST_PICTURES = 120

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && /^\/api\/deal\/images\/[^/]+$/.test(url.pathname),
  async ({ request, event }) => {
    const cache = await caches.open(PICTURES)
    const kept = await cache.match(request.url)
    if (kept) return kept
    const response = await fetch(request)
    // Larger ones come one at a time and would push out the small ones of a whole list.
    if (response.ok && request.url.includes('size=thumb'))
      event.waitUntil(keepPicture(cache, request.url, response.clone()))
    return response
  },
)

async function keepPicture(cache: Cache, address: string, picture: Response) {
  await cache.put(address, picture)
  const known = await cache.keys()
  for (const old of known.slice(0, Math.max(0, known.length - MOST_PICTURES)))
    await cache.delete(old)
}

// A newer version waits until the member agrees to take it.
self.addEventListener('message', (event) => {
  if ((event.data as { type?: string } | null)?.type === 'take-over') void self.skipWaiting()
})

self.addEventListener('push', (event) => {
  event.waitUntil(show(event.data))
})

async function show(data: PushMessageData | null) {
  const message = data?.json() as PushMessage | undefined
  if (!message) return
  const { title, body } = pushText(message, await rememberedLanguage())
  const pages = await self.clients.matchAll({ type: 'window' })
  // An open page counts by itself; a closed app can only tell that something waits.
  if (pages.length === 0)
    await (self.navigator as Partial<WorkerNavigator>).setAppBadge?.().catch(() => undefined)
  await self.registration.showNotification(title, {
    body,
    tag: message.tag,
    icon: '/icons/icon-192.png',
    badge: '/icons/badge-96.png',
    lang: await rememberedLanguage(),
    data: { url: message.url },
  })
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const { url } = event.notification.data as { url: string }
  event.waitUntil(goTo(new URL(url, self.location.origin)))
})

/** The page that is open already goes there; else a new one opens. */
async function goTo(target: URL) {
  if (target.origin !== self.location.origin) return
  const pages = await self.clients.matchAll({ type: 'window' })
  const page = pages.find(({ visibilityState }) => visibilityState === 'visible') ?? pages[0]
  if (!page) {
    await self.clients.openWindow(target.href)
    return
  }
  await page.focus()
  page.postMessage({ type: 'go-to', path: target.pathname + target.search })
}
