/** Writes the wire types of the service from docs/openapi.json; only the schemas, the paths live in src/services. */
import { readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const source = new URL('../../docs/openapi.json', import.meta.url)
const target = new URL('../src/services/api.d.ts', import.meta.url)

const description = JSON.parse(readFileSync(source, 'utf8'))
const shapes = await openapiTS({ ...description, paths: {}, components: { schemas: description.components.schemas } })
writeFileSync(target, `/* Written by \`npm run types\` from docs/openapi.json. Do not edit. */\n${astToString(shapes)}`)
