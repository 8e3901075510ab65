import { ref } from 'vue'

/** One cache for whoever uses this device, wiped whenever a session ends. */
const CACHE = 'gonggu-last-seen'
/** Where the service worker keeps pictures of deals. */
const PICTURES = 'gonggu-pictures'
/** Answers kept; the oldest go first. */
const MOST = 150
/** A line that hangs is taken for none after this long, where there is something to show instead. */
const PATIENCE = 8000

/** Lists, deals, rooms and news: what is worth opening without a network. Money is not: a balance must be true. */
const WORTH = [
  /^\/api\/deal\/(categories|deals|me\/(hosted|enrolled))$/,
  /^\/api\/deal\/deals\/[^/]+(\/enrollments)?$/,
  /^\/api\/push\/inbox$/,
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
  const { pathname, searchParams, href } = new URL(request.url)
  // What came after something on the screen is no beginning of a screen.
  if (searchParams.has('after')) return undefined
  return WORTH.some((path) => path.test(pathname)) ? href : undefined
}

async function keep(store: CacheStorage, address: string, response: Response) {
  const cache = await store.open(CACHE)
  await cache.put(address, response)
  const known = await cache.keys()
  for (const old of known.slice(0, Math.max(0, known.length - MOST))) await cache.delete(old)
}

/** One at a time, so that what is amended is what was written down last. */
let writing = Promise.resolve()

/** Writes down, unless the session in which that was asked for has ended by then. Full storage loses nothing now. */
function write(mine: number, note: () => Promise<void>): Promise<void> {
  writing = writing.then(() => (mine === epoch ? note() : undefined)).catch(() => undefined)
  return writing
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
          copy.blob().then(
            (body) => write(mine, () => keep(store, address, new Response(body))),
            () => undefined, // broken off on its way
          )
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

type Change = (kept: unknown) => unknown

/** Changes by address that are still to be written down. */
const amending = new Map<string, Change[]>()

/**
 * Brings what is kept up to what the screen shows, where that went on over another line than the one it was
 * answered by, as a room does over its socket. What is not kept is not begun. Changes that come faster than
 * they can be written are written together.
 * @param path of the answer, with its query
 * @param change makes what is to be kept from now on out of what is
 */
export function amendLastSeen<Answer>(
  path: string,
  change: (kept: Answer) => Answer,
  store: CacheStorage | undefined = (globalThis as { caches?: CacheStorage }).caches,
): void {
  if (!store) return
  const address = new URL(path, window.location.href).href
  const queued = amending.get(address)
  if (queued) {
    queued.push(change as Change)
    return
  }
  const changes = [change as Change]
  amending.set(address, changes)
  const mine = epoch
  void write(mine, async () => {
    let before: unknown
    try {
      const kept = await store.match(address, { cacheName: CACHE })
      before = await kept?.json()
    } finally {
      amending.delete(address)
    }
    if (before === undefined || mine !== epoch) return
    const after = changes.reduce<unknown>((page, next) => next(page), before)
    if (after !== before) await keep(store, address, Response.json(after))
  })
}

/** Leaves nothing of what was seen on this device. */
export async function forgetLastSeen(
  store: CacheStorage | undefined = (globalThis as { caches?: CacheStorage }).caches,
): Promise<void> {
  epoch++
  amending.clear()
  showsLastSeen.value = false
  await Promise.all([store?.delete(CACHE), store?.delete(PICTURES)])
}
