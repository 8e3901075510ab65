import type { Profile } from '@/api/types'
import { deviceStorage } from '@/storage/storage'

/** Says that a refresh cookie may be there; the cookie itself is hidden from scripts. */
const HINT = 'gonggu.session'
/** Who it was, to show what was seen last while the server cannot be asked. */
const WHO = 'gonggu.session.who'

/** Whether somebody signed in on this device and has not signed out. */
export const isRemembered = (): boolean => deviceStorage.getItem(HINT) !== null

/** Who that was. */
export function rememberedProfile(): Profile | null {
  try {
    return JSON.parse(deviceStorage.getItem(WHO) ?? 'null') as Profile | null
  } catch {
    return null
  }
}

/** Remembers a member, as the profile is now, until the session ends. */
export function remember(member: Profile): void {
  deviceStorage.setItem(HINT, '1')
  deviceStorage.setItem(WHO, JSON.stringify(member))
}
