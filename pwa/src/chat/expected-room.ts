import { tabStorage } from '@/storage/storage'

/** Outlives a reload: the room of a deal that was just opened is made a moment later, and told of by nothing. */
const KEY = 'gonggu.chat.expected'

/** A deal was opened: its room will be there. */
export const expectRoom = (dealId: string): void => tabStorage.setItem(KEY, dealId)

/** The room that is expected, if any. */
export const expectedRoom = (): string | null => tabStorage.getItem(KEY)

/** The room is there, or was waited for long enough. */
export const roomCame = (): void => tabStorage.removeItem(KEY)
