import { ref } from 'vue'
import { tellServiceWorker } from '@/i18n/i18n'
import { idle } from './idle'

/** Set when a newer version waits; calling it takes it over and loads the page anew. */
export const takeUpdate = ref<() => void>()

/** How often an open page looks for a newer version. */
const LOOK_EVERY = 60 * 60_000
const IDLE_WITHIN = 3000
const GIVES_WAY_WITHIN = 4000

/** Resolves when the first screen is there and the browser has nothing to do, or after a while. */
async function atRest() {
  if (document.readyState !== 'complete')
    await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }))
  await idle(IDLE_WITHIN)
}

/**
 * Registers the service worker and tells when a newer one waits. Nothing is taken over by itself: a page in
 * use keeps its version until the member agrees.
 */
export async function followUpdates(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  // On a first visit all files are kept for later: that must not hold up what is looked at now.
  await atRest()
  await tellServiceWorker()
  const registration =
    (await navigator.serviceWorker.getRegistration('/')) ??
    (await navigator.serviceWorker.register('/sw.js', { scope: '/' }))

  let asked = false
  let controlled = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (asked) window.location.reload()
    // Another tab has taken the newer version: this one follows when its reader wants to.
    else if (controlled) takeUpdate.value = () => window.location.reload()
    controlled = true
  })

  const offer = (worker: ServiceWorker) => {
    takeUpdate.value = () => {
      asked = true
      worker.postMessage({ type: 'take-over' })
      // A worker that a closed page keeps busy does not give way; without this page it may.
      setTimeout(() => window.location.reload(), GIVES_WAY_WITHIN)
    }
  }

  const follow = (worker: ServiceWorker | null) => {
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && navigator.serviceWorker.controller) offer(worker)
    })
  }

  if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting)
  follow(registration.installing)
  registration.addEventListener('updatefound', () => follow(registration.installing))

  const look = () => {
    void registration.update().catch(() => undefined) // offline: the next time
  }
  setInterval(look, LOOK_EVERY)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look()
  })
}
