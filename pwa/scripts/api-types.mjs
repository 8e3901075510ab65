// Types of the five services' HTTP contracts, from the OpenAPI documents their builds write.
// A changed contract thereby breaks the type check instead of a screen.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const SERVICES = ['member', 'deal', 'pay', 'chat', 'push']

const pwa = join(dirname(fileURLToPath(import.meta.url)), '..')
const out = join(pwa, 'src/api/generated')
mkdirSync(out, { recursive: true })

for (const service of SERVICES) {
  const source = process.env.OPENAPI_FOLDER
    ? join(process.env.OPENAPI_FOLDER, `${service}.json`)
    : join(pwa, `../${service}-war/target/generated/openapi/openapi.json`)
  if (!existsSync(source)) {
    console.error(
      `${source} is missing: build the service first (mvn -q -pl ${service}-war -am -DskipTests process-classes).`,
    )
    process.exit(1)
  }
  const document = JSON.parse(readFileSync(source, 'utf8'))
  const types = astToString(await openapiTS(document, { alphabetize: true }))
  const target = join(out, `${service}.ts`)
  const content = `/* Generated from ${service}-war's OpenAPI document; not kept in the repository. */\n${types}`
  // An unchanged file keeps its time, so that nothing downstream is rebuilt for nothing.
  if (!existsSync(target) || readFileSync(target, 'utf8') !== content)
    writeFileSync(target, content)
}
