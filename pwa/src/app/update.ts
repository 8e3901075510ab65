import { ref } from 'vue'

/** Set when a newer version waits; calling it takes it over and loads the page anew. */
export const takeUpdate = ref<() => void>()

/** How often an open page looks for a newer version. */
const LOOK_EVERY = 60 * 60_000

/**
 * Registers the service worker and tells when a newer one waits. Nothing is taken over by itself: a page in
 * use keeps its version until the member agrees.
 */
export async function followUpdates(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  const registration = await navigator.serviceWorker.register('/sw.js', { scope: '/' })

  const offer = (worker: ServiceWorker) => {
    takeUpdate.value = () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), {
        once: true,
      })
      worker.postMessage({ type: 'take-over' })
    }
  }

  if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && navigator.serviceWorker.controller) offer(worker)
    })
  })

  const look = () => {
    void registration.update().catch(() => undefined) // offline: the next time
  }
  setInterval(look, LOOK_EVERY)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look()
  })
}
