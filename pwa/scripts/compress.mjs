// A gzip beside every text file, made once here at the best level instead of at every request.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const dist = join(dirname(fileURLToPath(import.meta.url)), '../target/dist')
/** Less than this gains nothing after the headers. */
const SMALLEST = 1024

for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.(js|css|html|svg|json|webmanifest|txt)$/.test(entry.name)) continue
  const file = join(entry.parentPath, entry.name)
  const plain = readFileSync(file)
  if (plain.length < SMALLEST) continue
  const small = gzipSync(plain, { level: 9 })
  if (small.length < plain.length) writeFileSync(`${file}.gz`, small)
}
