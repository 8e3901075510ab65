import type { Category } from '@/api/types'
import type { Point } from '@/place/seoul'
import { deviceStorage } from '@/storage/storage'

/** What the form for a deal holds; times as the field for them writes them, in Seoul. */
export interface DealForm {
  title: string
  description: string
  category: Category['id'] | ''
  productUrl: string
  keywords: string[]
  totalPrice: number | null
  shares: number
  hostShares: number
  unit: string
  unitQuantity: number
  deadline: string
  pickup: Point
  pickupLabel: string
}

/** A deal that was begun and not opened yet, with the pictures that are with the service already. */
export interface DealDraft {
  form: DealForm
  imageIds: string[]
  /** Epoch milliseconds. */
  savedAt: number
}

/** How the draft is written down; a draft of another form is not read. */
const VERSION = 1
const PREFIX = 'gonggu.deal-draft.'
/** Older ones are about prices and days gone by. */
const KEEP_FOR = 30 * 24 * 3600_000

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * The draft of one member on this device. What cannot be kept (a full or forbidden storage) is lost
 * without a word: the form itself goes on.
 * @param memberId whose
 */
export function draftOf(memberId: string, storage: Kept = deviceStorage, now = () => Date.now()) {
  const key = PREFIX + memberId
  return {
    read(): DealDraft | undefined {
      try {
        const kept = JSON.parse(storage.getItem(key) ?? 'null') as
          (DealDraft & { version: number }) | null
        if (kept?.version !== VERSION || now() - kept.savedAt > KEEP_FOR) return undefined
        return { form: kept.form, imageIds: kept.imageIds, savedAt: kept.savedAt }
      } catch {
        return undefined
      }
    },
    keep(form: DealForm, imageIds: readonly string[]) {
      try {
        storage.setItem(key, JSON.stringify({ version: VERSION, form, imageIds, savedAt: now() }))
      } catch {
        // See above.
      }
    },
    discard: () => storage.removeItem(key),
  }
}
