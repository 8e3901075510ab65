/** What another app hands over: the manifest's share target names these. */
export interface SharedPage {
  title?: string | undefined
  text?: string | undefined
  url?: string | undefined
}

/** What a shop's page says of a deal that somebody may open. */
export interface DealFromPage {
  title: string
  description: string
  productUrl: string
  /** Won; only where the page names one amount, so that none is guessed. */
  totalPrice: number | null
}

const LONGEST_TITLE = 80
const LONGEST_DESCRIPTION = 5000
const LONGEST_ADDRESS = 2000
const ADDRESS = /https?:\/\/[^\s<>"']+/
const WON = /(\d{1,3}(?:,\d{3})+|\d+)\s*원/g

/**
 * Reads a shop's page that was shared. Most apps put the address into the text and leave the field for it
 * empty.
 * @returns nothing when nothing of use was shared
 */
export function fromSharedPage({ title, text, url }: SharedPage): DealFromPage | undefined {
  const words = text ?? ''
  const address = (ADDRESS.exec(url ?? '') ?? ADDRESS.exec(words))?.[0] ?? ''
  const productUrl = address.length <= LONGEST_ADDRESS ? address : ''
  const lines = words
    .replace(address, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const name = title?.trim() ?? ''
  const named = name === '' ? (lines.shift() ?? '') : name
  if (named === '' && productUrl === '') return undefined
  const amounts = new Set(
    [...`${named}\n${lines.join('\n')}`.matchAll(WON)].map(([, digits = '']) =>
      Number(digits.replaceAll(',', '')),
    ),
  )
  const [amount] = amounts
  return {
    title: named.slice(0, LONGEST_TITLE),
    description: lines
      .filter((line) => line !== named)
      .join('\n')
      .slice(0, LONGEST_DESCRIPTION),
    productUrl,
    totalPrice: amounts.size === 1 && amount !== undefined && amount > 0 ? amount : null,
  }
}
