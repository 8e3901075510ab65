import { asProblem } from './problem'
import { tabStorage } from '@/storage/storage'

interface Kept {
  key: string
  body: string
  /** When it was last acted upon, or its screen was left, in epoch milliseconds. */
  at: number
}

/**
 * What was not decided, and is asked for again this long after its screen was left, is not tried again but
 * meant anew: whoever charges the same amount an hour later has seen what became of the first.
 */
const SAME_FOR = 10 * 60_000

function makeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * One thing a member means to do once: a remittance, a charge, a join.
 *
 * Its idempotency key is made when the intention is first acted upon and kept over double clicks,
 * retries after a broken line and reloads of the page, until the server has decided or its screen was left
 * for some minutes. Other contents are another intention and get another key.
 */
export class Intention<B> {
  /** Whether the screen on which it was acted upon still stands. */
  private held = false
  private running: { body: string; result: Promise<unknown> } | undefined

  /**
   * @param name where the undecided key is remembered in this tab
   * @param storage survives a reload, not the tab
   * @param now epoch milliseconds
   */
  constructor(
    private readonly name: string,
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = tabStorage,
    private readonly now: () => number = Date.now,
  ) {}

  /** What was meant has been undone: the same contents mean it anew. */
  forget() {
    this.storage.removeItem(this.slot)
  }

  /** The screen on which it is meant is left: from now on it can be forgotten. */
  leave() {
    this.held = false
    const kept = this.kept()
    if (kept) this.keep({ ...kept, at: this.now() })
  }

  /**
   * Acts, or joins the act that is under way with the same contents.
   * @param act sends the request with the key it is given
   * @throws whatever `act` throws
   */
  run<T>(body: B, act: (key: string, body: B) => Promise<T>): Promise<T> {
    const text = JSON.stringify(body)
    if (this.running?.body === text) return this.running.result as Promise<T>
    const result = this.once(text, body, act)
    this.running = { body: text, result }
    const forget = () => {
      if (this.running?.result === result) this.running = undefined
    }
    result.then(forget, forget)
    return result
  }

  private async once<T>(text: string, body: B, act: (key: string, body: B) => Promise<T>) {
    const key = this.keyFor(text)
    try {
      const result = await act(key, body)
      this.settle(key)
      return result
    } catch (error) {
      if (!asProblem(error).undecided) this.settle(key)
      throw error
    }
  }

  private keyFor(body: string): string {
    const kept = this.kept()
    const now = this.now()
    const same = kept?.body === body && (this.held || now - kept.at < SAME_FOR)
    const key = same ? kept.key : makeKey()
    this.held = true
    this.keep({ key, body, at: now })
    return key
  }

  private keep(kept: Kept) {
    this.storage.setItem(this.slot, JSON.stringify(kept))
  }

  private settle(key: string) {
    if (this.kept()?.key === key) this.storage.removeItem(this.slot)
  }

  private kept(): Kept | undefined {
    const text = this.storage.getItem(this.slot)
    return text === null ? undefined : (JSON.parse(text) as Kept)
  }

  private get slot() {
    return `intention:${this.name}`
  }
}
