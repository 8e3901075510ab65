/** Waits between attempts: doubling, spread by chance so that not everyone comes back at once. */
export interface Backoff {
  /** Milliseconds until the next attempt. */
  next: () => number
  reset: () => void
}

/**
 * @param first milliseconds about which the first wait lies
 * @param most milliseconds that no wait exceeds
 */
export function backoff(first = 500, most = 30_000, random: () => number = Math.random): Backoff {
  let attempt = 0
  return {
    next() {
      const full = Math.min(most, first * 2 ** attempt)
      attempt++
      return Math.round(full / 2 + (random() * full) / 2)
    },
    reset() {
      attempt = 0
    },
  }
}
