import { toast } from '@/ui/toasts'
import { tabStorage } from '@/storage/storage'

const TRIED = 'gonggu.lost-screen'

/** A line that hangs is none. Milliseconds. */
const ANSWERS_WITHIN = 3000

/** What is needed of the browser; replaced in tests. */
export interface LostScreenEnvironment {
  /** Whether the market answers now. */
  reachable: () => Promise<boolean>
  /** Opens an address as a page of its own. */
  open: (address: string) => void
  /** Remembers, for this tab, the address that was opened anew. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
}

/** Whether the market answers now. */
export function reachable(): Promise<boolean> {
  const signal = AbortSignal.timeout(ANSWERS_WITHIN)
  return fetch('/', { method: 'HEAD', cache: 'no-store', signal }).then(
    ({ ok }) => ok,
    () => false,
  )
}

const browser: LostScreenEnvironment = {
  reachable,
  open: (address) => window.location.assign(address),
  storage: tabStorage,
}

/**
 * A screen's code could not be fetched. Where the market was updated meanwhile, the files that this page
 * knows are gone: a fresh page knows the new ones. Tried once for an address, so that a fault that stays
 * cannot turn in a circle; without a network the page in use is kept.
 * @param address what was to be opened
 * @param said what the member is told where that does not help
 */
export async function openLostScreen(
  address: string,
  said: string,
  { reachable, open, storage }: LostScreenEnvironment = browser,
): Promise<void> {
  const again = storage.getItem(TRIED) === address
  if (!again && (await reachable())) {
    storage.setItem(TRIED, address)
    open(address)
    return
  }
  storage.removeItem(TRIED)
  toast(said, 'bad')
}
