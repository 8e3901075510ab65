// Fails the build when the application grows past what a phone on a weak network should fetch.
// Sizes are gzip bytes: what the server sends.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const INITIAL_BUDGET = 120_000
const ROUTE_BUDGET = 60_000

const dist = join(dirname(fileURLToPath(import.meta.url)), '../target/dist')
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))

const sizes = new Map()
/** Gzip size of one emitted file. */
function size(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(dist, file))).length)
  return sizes.get(file)
}

/** All script files that come with a chunk: itself and what it imports statically. */
function scripts(key, seen = new Set()) {
  const chunk = manifest[key]
  if (!chunk || seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const imported of chunk.imports ?? []) scripts(imported, seen)
  return seen
}

const total = (files) => [...files].reduce((sum, file) => sum + size(file), 0)
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry)
const initial = scripts(entry)
const failures = []

console.log(`initial scripts ${kB(total(initial))} of ${kB(INITIAL_BUDGET)} gzip`)
if (total(initial) > INITIAL_BUDGET)
  failures.push(
    `The initial scripts weigh ${kB(total(initial))}; the budget is ${kB(INITIAL_BUDGET)}.`,
  )

for (const [key, chunk] of Object.entries(manifest)) {
  if (!chunk.isDynamicEntry) continue
  const extra = [...scripts(key)].filter((file) => !initial.has(file))
  const bytes = total(extra)
  if (bytes > ROUTE_BUDGET)
    failures.push(
      `${chunk.src ?? key} adds ${kB(bytes)}; the budget per route is ${kB(ROUTE_BUDGET)}.`,
    )
}

if (failures.length > 0) {
  for (const failure of failures) console.error(failure)
  process.exit(1)
}
