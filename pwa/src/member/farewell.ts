import { tabStorage } from '@/storage/storage'

const LEFT = 'gonggu.left'

/** Notes that the member has left the market for good: the first page, which opens anew, says goodbye once. */
export function leaveFarewell(storage: Pick<Storage, 'setItem'> = tabStorage): void {
  storage.setItem(LEFT, '1')
}

/** Whether somebody has just left the market; asked once. */
export function takeFarewell(
  storage: Pick<Storage, 'getItem' | 'removeItem'> = tabStorage,
): boolean {
  const left = storage.getItem(LEFT) !== null
  storage.removeItem(LEFT)
  return left
}
