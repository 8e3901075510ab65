import { ref } from 'vue'

/** One cache for whoever uses this device, wiped whenever a session ends. */
const CACHE = 'gonggu-last-seen'
/** Where the service worker keeps pictures of deals. */
const PICTURES = 'gonggu-pictures'
/** Answers kept; the oldest go first. */
const MOST = 150
/** A line that hangs is taken for none after this long, where there is something to show instead. */
const PATIENCE = 8000

/** Lists, deals and rooms: what is worth opening without a network. Money is not: a balance must be true. */
const WORTH = [
  /^\/api\/deal\/(categories|deals|me\/(hosted|enrolled))$/,
  /^\/api\/deal\/deals\/[^/]+(\/enrollments)?$/,
  /^\/api\/chat\/rooms$/,
  /^\/api\/chat\/rooms\/[^/]+\/messages$/,
]

/** Whether the screen shows what was seen last because nobody answers now. */
export const showsLastSeen = ref(false)

/** Counts the answers that came after what was seen last had been shown in their place. */
export const lateAnswers = ref(0)

/** Rejects when nothing was answered in time. */
async function inTime(answered: Promise<Response>): Promise<Response> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tired = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new DOMException('No answer in time', 'TimeoutError')),
      PATIENCE,
    )
  })
  try {
    return await Promise.race([answered, tired])
  } finally {
    clearTimeout(timer)
  }
}

/** Only the address is kept: a cached request would carry the access token along. */
function addressWorth(request: Request): string | undefined {
  if (request.method !== 'GET') return undefined
  const { pathname, href } = new URL(request.url)
  return WORTH.some((path) => path.test(pathname)) ? href : undefined
}

async function keep(store: CacheStorage, address: string, response: Response) {
  const cache = await store.open(CACHE)
  await cache.put(address, response)
  const known = await cache.keys()
  for (const old of known.slice(0, Math.max(0, known.length - MOST))) await cache.delete(old)
}

/**
 * A `fetch` that remembers what it was answered and falls back on it where no answer comes at all. What a
 * service answers, also a refusal, always counts.
 * @param send the fetch underneath
 * @param signedIn whether somebody is: what a visitor looks at is not written down, and who has just signed
 *     out is one
 * @param store missing where the page is not in a secure context; then nothing is remembered
 */
export function rememberingFetch(
  send: (request: Request) => Promise<Response>,
  signedIn: () => boolean,
  store: CacheStorage | undefined = (globalThis as { caches?: CacheStorage }).caches,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const address = addressWorth(request)
    if (address === undefined || !store) return send(request)
    const mine = epoch
    const sent = send(request)
    /** An answer to somebody who has signed out meanwhile is not written down any more. */
    const take = (response: Response) => {
      showsLastSeen.value = false
      if (response.ok && signedIn() && mine === epoch) {
        const copy = response.clone()
        // In a task of its own: the screen is drawn first.
        setTimeout(() => {
          if (mine === epoch) void keep(store, address, copy).catch(() => undefined) // full: nothing is lost now
        })
      }
      return response
    }
    try {
      return take(await inTime(sent))
    } catch {
      const kept = await store.match(address, { cacheName: CACHE }).catch(() => undefined)
      // Nothing to show instead: the line may still answer, and if it cannot, that is what is told.
      if (!kept || mine !== epoch) return take(await sent)
      showsLastSeen.value = true
      sent.then(
        (late) => {
          take(late)
          lateAnswers.value++
        },
        () => undefined,
      )
      return kept
    }
  }
}

let epoch = 0

/** Leaves nothing of what was seen on this device. */
export async function forgetLastSeen(
  store: CacheStorage | undefined = (globalThis as { caches?: CacheStorage }).caches,
): Promise<void> {
  epoch++
  showsLastSeen.value = false
  await Promise.all([store?.delete(CACHE), store?.delete(PICTURES)])
}
