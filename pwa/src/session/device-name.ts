interface Hints {
  mobile?: boolean
  platform?: string
  brands?: { brand: string }[]
}

const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
]

/** In this order: most browsers claim to be the others, too. */
const BROWSERS: [RegExp, string][] = [
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Whale\//, 'Whale'],
  [/Edg(A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]

const first = (table: [RegExp, string][], text: string) =>
  table.find(([pattern]) => pattern.test(text))?.[1]

/**
 * What a member calls this device in the list of signed-in devices: system and browser, nothing that
 * would tell it from a neighbour's.
 */
export function deviceName(
  browser: Pick<Navigator, 'userAgent'> & { userAgentData?: Hints } = navigator,
): string {
  const system = browser.userAgentData?.platform ?? first(SYSTEMS, browser.userAgent)
  return [system, first(BROWSERS, browser.userAgent)].filter(Boolean).join(' · ')
}
