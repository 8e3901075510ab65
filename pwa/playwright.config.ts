import { defineConfig, devices } from '@playwright/test'
import { browser } from './scripts/browser.mjs'

/**
 * Drives a running market: `BASE_URL` says where. Needs no downloaded browser: a Chromium of the system
 * (or `CHROME_PATH`) is used, else the one that comes through npm.
 */
const baseURL = process.env.BASE_URL ?? 'http://localhost:9080'

const launchOptions = await browser()

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'target/playwright',
  // Each file in order unless it says otherwise, two beside each other: each takes longer, both together less.
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 300_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['junit', { outputFile: 'target/playwright/junit.xml' }]],
  use: {
    baseURL,
    launchOptions,
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    // Mapo, Seoul: where the story happens.
    geolocation: { latitude: 37.5534, longitude: 126.9199 },
    permissions: ['geolocation'],
    // Writing traces takes a third of the time; `--trace on` writes them when one is looked for.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'phone',
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
    },
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
  ],
})
