// The whole build of the client, as Maven runs it: packages, types from the services' contracts, gates,
// tests, bundle. Each part that has nothing new to work on is left out.
//
//   node scripts/build.mjs [--skip-tests]
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const NEEDED = [20, 19]
const pwa = join(dirname(fileURLToPath(import.meta.url)), '..')
const withTests = !process.argv.includes('--skip-tests')

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1]))
  fail(
    `The PWA's build needs Node ${NEEDED.join('.')} or newer, and this is ${process.versions.node}: install a newer one.`,
  )

/** Runs one command of the toolchain in the PWA's folder and ends the build with it when it fails. */
function run(title, command, args) {
  const started = Date.now()
  // npm is a script on Windows, which only a shell can start there.
  const { status, error } = spawnSync(command, args, {
    cwd: pwa,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, CI: '1', NO_COLOR: '1' },
  })
  if (error) fail(`${title}: ${command} could not be started (${error.message}).`)
  if (status !== 0) fail(`${title} failed; what is wrong stands above.`)
  console.log(`${title}: ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

const npm = (title, script) => run(title, 'npm', ['run', '--silent', script])

function files(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)))
}

/** One hash over names and contents. */
function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(files))
    hash.update(relative(pwa, path)).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

/** A remembered fingerprint: says whether something is as it was after the last success. */
function stamp(file, value) {
  return {
    fresh: () => existsSync(file) && readFileSync(file, 'utf8') === value,
    write() {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, value)
    },
  }
}

const at = (...parts) => join(pwa, ...parts)

const packages = stamp(
  at('node_modules/.gonggu-installed'),
  `${process.version} ${process.platform} ${fingerprint([at('package.json'), at('package-lock.json'), at('.npmrc')])}`,
)
if (!packages.fresh()) {
  run('npm ci', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  packages.write()
}

npm('Types from the contracts', 'api:types')

const sources = [
  ...readdirSync(at('src'))
    .filter((name) => name !== 'main' && name !== 'test')
    .map((name) => at('src', name)),
  ...['public', 'scripts', 'e2e'].map((name) => at(name)),
  ...readdirSync(pwa)
    .filter((name) => statSync(at(name)).isFile() && !/\.(md|xml)$/.test(name))
    .map((name) => at(name)),
]
const state = fingerprint(sources)
const built = stamp(at('target/.built'), state)
const tested = stamp(at('target/.tested'), state)

if (withTests && !tested.fresh()) {
  npm('Lint', 'lint')
  npm('Format', 'format:check')
}
if (!built.fresh() || (withTests && !tested.fresh())) npm('Type check', 'typecheck')
if (withTests && !tested.fresh()) {
  npm('Unit tests', 'test')
  tested.write()
}
if (built.fresh()) {
  console.log('The bundle is up to date.')
} else {
  npm('Bundle', 'bundle')
  built.write()
}
