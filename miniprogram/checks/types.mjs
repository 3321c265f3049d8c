/** Writes the wire types of the service from docs/openapi.json; only the schemas, the paths live in src/services.
 *  `--check` writes nothing and fails when they are not as the service is now. */
import { readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const source = new URL('../../docs/openapi.json', import.meta.url)
const target = new URL('../src/services/api.d.ts', import.meta.url)

const description = JSON.parse(readFileSync(source, 'utf8'))
const shapes = await openapiTS({ ...description, paths: {}, components: { schemas: description.components.schemas } })
const written = `/* Written by \`npm run types\` from docs/openapi.json. Do not edit. */\n${astToString(shapes)}`
if (!process.argv.includes('--check')) {
  writeFileSync(target, written)
} else if (readFileSync(target, 'utf8') !== written) {
  console.error('src/services/api.d.ts is not as docs/openapi.json is now: npm --prefix miniprogram run types')
  process.exit(1)
}
