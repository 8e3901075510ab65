import { deviceStorage } from '@/storage/storage'

const PREFIX = 'gonggu.room-draft.'

const keyOf = (memberId: string, roomId: string) => `${PREFIX}${memberId}.${roomId}`

/** What a member had begun to write in a room on this device; nothing where nothing was kept. */
export function draftOf(
  memberId: string,
  roomId: string,
  storage: Pick<Storage, 'getItem'> = deviceStorage,
): string {
  try {
    return storage.getItem(keyOf(memberId, roomId)) ?? ''
  } catch {
    return ''
  }
}

/** Keeps it, or lets go of what is empty. A full or forbidden storage loses it without a word. */
export function keepDraft(
  memberId: string,
  roomId: string,
  text: string,
  storage: Pick<Storage, 'setItem' | 'removeItem'> = deviceStorage,
) {
  try {
    if (text === '') storage.removeItem(keyOf(memberId, roomId))
    else storage.setItem(keyOf(memberId, roomId), text)
  } catch {
    // See above.
  }
}
