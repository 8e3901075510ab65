import { forgetLastSeen } from '@/api/last-seen'
import { forgetWaiting } from '@/chat/waiting'
import { deviceStorage, tabStorage } from '@/storage/storage'

/** What belongs to the device and not to who was signed in on it. */
const OF_THE_DEVICE = ['gonggu.theme', 'gonggu.locale', 'gonggu.push.later']

function forgetWritten() {
  for (const name of deviceStorage.names())
    if (name.startsWith('gonggu.') && !OF_THE_DEVICE.includes(name)) deviceStorage.removeItem(name)
  for (const name of tabStorage.names()) tabStorage.removeItem(name)
}

/** Notices that still stand in the system's tray tell names and words; and no further ones come. */
async function quieten() {
  if (!('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.getRegistration()
  if (!registration) return
  for (const notice of await registration.getNotifications()) notice.close()
  const subscription = await registration.pushManager.getSubscription()
  await subscription?.unsubscribe()
}

/**
 * Leaves nothing of a member on this device: drafts, searched words, what was seen last, pictures, messages
 * that wait, notices, the number on the app's icon. Whoever uses it next sees nothing of them, also where
 * the session was ended from another device.
 *
 * What is written down is gone when this returns; the rest when the promise is kept, which it always is.
 */
export async function forgetMember(): Promise<void> {
  forgetWritten()
  const device = navigator as Partial<Navigator>
  await Promise.allSettled([forgetLastSeen(), forgetWaiting(), quieten(), device.clearAppBadge?.()])
}
