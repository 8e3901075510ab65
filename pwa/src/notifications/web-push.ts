import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { pushApi } from '@/api/clients'
import { answer } from '@/api/problem'
import { deviceName } from '@/session/device-name'
import { pushObstacle } from './push-help'
import { deviceStorage } from '@/storage/storage'

/** Under this the server's name for this device is kept, to be able to take it back. */
const KEPT = 'gonggu.push'
const DECLINED = 'gonggu.push.later'
/** Who said “later” is asked again after this long. */
const ASK_AGAIN = 30 * 24 * 3600_000

/** `unsupported`: this browser has no push, or not before the application is on the home screen. */
export type PushState = 'unsupported' | 'blocked' | 'off' | 'on'

function supported(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const base64 = base64url.replace(/-/g, '+').replace(/_/g, '/')
  return Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0)
}

/** Web Push on this device: never asked for by itself, only when the member turns it on. */
export const useWebPush = defineStore('web-push', () => {
  const state = ref<PushState>('unsupported')
  const declined = ref(Number(deviceStorage.getItem(DECLINED) ?? 0))
  /** Whether this is a moment to offer it: it is off or one step away, and nobody said “later” lately. */
  const offered = computed(
    () =>
      (state.value === 'off' || pushObstacle(state.value, navigator) === 'install') &&
      Date.now() - declined.value > ASK_AGAIN,
  )

  async function present() {
    const registration = await navigator.serviceWorker.getRegistration()
    return registration?.pushManager.getSubscription()
  }

  async function register(subscription: PushSubscription) {
    const { endpoint, keys } = subscription.toJSON()
    const device = deviceName()
    const { id } = await answer(
      pushApi.POST('/subscriptions', {
        body: {
          endpoint: endpoint ?? '',
          keys: { p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' },
          ...(device === '' ? {} : { device }),
        },
      }),
    )
    deviceStorage.setItem(KEPT, id)
    state.value = 'on'
  }

  return {
    state,
    offered,

    /** Looks how things stand, and tells the server again where this device is: addresses change. */
    async look() {
      if (!supported()) return
      if (Notification.permission === 'denied') {
        state.value = 'blocked'
        return
      }
      const subscription = await present()
      if (!subscription || Notification.permission !== 'granted') {
        state.value = 'off'
        return
      }
      state.value = 'on'
      await register(subscription).catch(() => undefined) // the next visit tries again
    },

    /**
     * Asks the browser for permission and registers the device.
     * @throws Problem when the push service or the server refuses
     */
    async turnOn() {
      if ((await Notification.requestPermission()) !== 'granted') {
        state.value = Notification.permission === 'denied' ? 'blocked' : 'off'
        return
      }
      const registration = await navigator.serviceWorker.ready
      const { applicationServerKey } = await answer(pushApi.GET('/vapid-public-key'))
      const subscription =
        (await registration.pushManager.getSubscription()) ??
        (await registration.pushManager.subscribe({
          userVisibleOnly: true,
          applicationServerKey: bytes(applicationServerKey),
        }))
      await register(subscription)
    },

    /** This device is called no more; also when somebody signs out. */
    async turnOff() {
      const id = deviceStorage.getItem(KEPT)
      deviceStorage.removeItem(KEPT)
      if (!supported()) return
      const subscription = await present()
      if (state.value === 'on') state.value = 'off'
      await Promise.allSettled([
        subscription?.unsubscribe(),
        id === null
          ? undefined
          : answer(pushApi.DELETE('/subscriptions/{id}', { params: { path: { id } } })),
      ])
    },

    later() {
      declined.value = Date.now()
      deviceStorage.setItem(DECLINED, String(declined.value))
    },
  }
})
