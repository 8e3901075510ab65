// Finds a Chromium for tests and measurements: a system's, or the one that comes through npm.
import { existsSync } from 'node:fs'

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
]

const SYSTEM = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** @returns {Promise<{ executablePath: string, args: string[] }>} */
export async function browser() {
  const found = SYSTEM.find((path) => path !== undefined && existsSync(path))
  if (found !== undefined) return { executablePath: found, args: ARGS }
  const { default: bundled } = await import('@sparticuz/chromium')
  // Not its own arguments: they switch off the web's security, which is under test here, too.
  return { executablePath: await bundled.executablePath(), args: [...ARGS, '--no-zygote'] }
}
