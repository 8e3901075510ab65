// Measures the built app as Liberty serves it: Lighthouse's mobile profile on the screens that matter most,
// and whether a browser would install it. Ends with status 1 where a score is below what is asked for.
//
//   MARKET=http://localhost:9080 npm run measure
import lighthouse from 'lighthouse'
import puppeteer from 'puppeteer-core'
import { browser as findBrowser } from '../scripts/browser.mjs'

const market = process.env.MARKET ?? 'http://localhost:9080'
/** Scores swing with the machine; the middle one of several counts. Odd. */
const RUNS = Number(process.env.RUNS ?? 3)
/** Milliseconds for one run. */
const PATIENCE = 180_000
const LEAST = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 95 }
const PASSWORD = 'mandarin crate 42'
const PLACE = { latitude: 37.5563, longitude: 126.922 }

/** Somebody who has signed up, lives somewhere and has opened a deal; the page is signed in as them. */
async function arrive(page) {
  await page.goto(`${market}/login`)
  const nickname = `등대${Date.now().toString(36)}`
  return page.evaluate(
    async (name, password, place) => {
      const call = async (method, path, body, token) => {
        const response = await fetch(path, {
          method,
          headers: {
            'Content-Type': 'application/json',
            'Idempotency-Key': crypto.randomUUID(),
            ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
          },
          body: JSON.stringify(body),
        })
        if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`)
        return response.json()
      }
      const email = `${crypto.randomUUID()}@example.com`
      await call('POST', '/api/member/members', { email, password, nickname: name })
      const { accessToken } = await call('POST', '/api/member/sessions', { login: name, password })
      await call(
        'PUT',
        '/api/member/members/me/neighbourhood',
        { ...place, label: '서교동', radiusMeters: 3000 },
        accessToken,
      )
      const deadline = new Date(Date.now() + 3 * 86_400_000).toISOString()
      const deal = await call(
        'POST',
        '/api/deal/deals',
        {
          title: '제주 감귤 10 kg',
          description: '한 상자가 많아서 나눠요. 도서관 앞에서 만나요.',
          category: 'PRODUCE',
          totalPrice: 32_000,
          shares: 4,
          hostShares: 1,
          unit: 'kg',
          unitQuantity: 2.5,
          deadline,
          pickup: { ...place, label: '서교동 도서관' },
          payment: 'DIRECT',
          imageIds: [],
        },
        accessToken,
      )
      localStorage.setItem('gonggu.session', '1')
      return deal.id
    },
    nickname,
    PASSWORD,
    PLACE,
  )
}

/** One look, in a tab of its own: what an earlier one left running in a tab can neither slow nor stop it. */
async function look(path) {
  const page = await launched.newPage()
  let timer
  try {
    const late = new Promise((_resolve, reject) => {
      timer = setTimeout(
        () => reject(new Error(`${path}: no result in ${PATIENCE / 1000} s`)),
        PATIENCE,
      )
    })
    const { lhr } = await Promise.race([
      lighthouse(
        market + path,
        {
          output: 'json',
          logLevel: 'error',
          disableStorageReset: true,
          onlyCategories: Object.keys(LEAST),
        },
        undefined,
        page,
      ),
      late,
    ])
    if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`)
    return lhr
  } finally {
    clearTimeout(timer)
    await page.close()
  }
}

/** The middle one of several runs, by performance. */
async function measure(path) {
  const results = []
  for (let run = 0; run < RUNS; run++) {
    const result = await look(path)
    results.push(result)
    const reached = points(result.categories.performance.score)
    console.error(`${path}: run ${run + 1} of ${RUNS}, performance ${reached}`)
  }
  results.sort((a, b) => a.categories.performance.score - b.categories.performance.score)
  return results[Math.floor(results.length / 2)]
}

/** What keeps a browser from offering to install the app; empty when nothing does. */
async function installability(page) {
  await page.goto(market)
  const protocol = await page.createCDPSession()
  const { errors } = await protocol.send('Page.getAppManifest')
  const { installabilityErrors } = await protocol.send('Page.getInstallabilityErrors')
  return [
    ...errors.map(({ message }) => message),
    ...installabilityErrors.map(({ errorId }) => errorId),
  ]
}

const points = (score) => Math.round((score ?? 0) * 100)
const seconds = (lhr, audit) => (lhr.audits[audit].numericValue / 1000).toFixed(1)

const launched = await puppeteer.launch({ ...(await findBrowser()), headless: true })
let missed = false
try {
  const page = await launched.newPage()
  const errors = await installability(page)
  await page.goto('about:blank')
  const measured = [['landing', Object.keys(LEAST), await measure('/')]]
  const dealId = await arrive(page)
  await page.goto('about:blank')
  for (const [name, path, categories] of [
    ['home', '/home', Object.keys(LEAST)],
    ['deal', `/deals/${dealId}`, Object.keys(LEAST)],
    // Only for who is signed in: no search engine comes here.
    ['chat', `/chat/${dealId}`, Object.keys(LEAST).filter((category) => category !== 'seo')],
  ])
    measured.push([name, categories, await measure(path)])

  console.log(
    `Lighthouse ${measured[0][2].lighthouseVersion}, mobile profile, middle of ${RUNS} runs, ` +
      `processor ${Math.round(measured[0][2].environment.benchmarkIndex)} by its own measure`,
  )
  console.log(
    '| screen | performance | accessibility | best practices | SEO | LCP s | TBT ms | CLS |',
  )
  console.log('|---|---|---|---|---|---|---|---|')
  const faults = []
  for (const [name, categories, lhr] of measured) {
    const cells = Object.entries(LEAST).map(([category, least]) => {
      if (!categories.includes(category)) return '–'
      const reached = points(lhr.categories[category].score)
      if (reached < least) {
        for (const { id } of lhr.categories[category].auditRefs) {
          const { score, title, displayValue } = lhr.audits[id]
          if (score !== null && score < 0.9) faults.push(`${name}: ${title} ${displayValue ?? ''}`)
        }
        missed = true
      }
      return `${reached}${reached < least ? ' !' : ''}`
    })
    cells.push(
      seconds(lhr, 'largest-contentful-paint'),
      String(Math.round(lhr.audits['total-blocking-time'].numericValue)),
      lhr.audits['cumulative-layout-shift'].numericValue.toFixed(3),
    )
    console.log(`| ${[name, ...cells].join(' | ')} |`)
  }
  for (const fault of faults) console.log(fault)
  console.log(
    errors.length === 0 ? 'Installable without errors.' : `Not installable: ${errors.join(', ')}`,
  )
  missed ||= errors.length > 0
} finally {
  await launched.close()
}
process.exit(missed ? 1 : 0)
