/** A part of a text: words, or words that are an address. */
export interface TextPart {
  text: string
  href?: string
}

/**
 * Printable ASCII only (RFC 3986, section 2): what is shared is written so, and in Korean a particle follows
 * an address without a space.
 */
const ADDRESS = /https?:\/\/[!-~]+/gi

const OPENING: Record<string, string> = { ')': '(', ']': '[' }

/** Ends a sentence, or a bracket around the address, and not the address. */
function withoutEnd(address: string): string {
  let end = address
  for (;;) {
    const last = end.at(-1) ?? ''
    const opening = OPENING[last]
    const unpaired = opening !== undefined && end.split(last).length > end.split(opening).length
    if (!unpaired && !/[.,;:!?'"<>]/.test(last)) return end
    end = end.slice(0, -1)
  }
}

/**
 * Finds the addresses of the web in what somebody wrote.
 * @param text as written
 * @returns the whole text in parts; only `http` and `https` become addresses, whatever else is written
 */
export function linkedText(text: string): TextPart[] {
  const parts: TextPart[] = []
  let at = 0
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = withoutEnd(found)
    if (!URL.canParse(address)) continue
    if (index > at) parts.push({ text: text.slice(at, index) })
    parts.push({ text: address, href: address })
    at = index + address.length
  }
  if (at < text.length) parts.push({ text: text.slice(at) })
  return parts
}
