import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { asked, service } from './host'

type Paths = Record<string, Record<string, unknown>>
const { paths } = JSON.parse(readFileSync(resolve('../docs/openapi.json'), 'utf8')) as { paths: Paths }

/** Calls every function of every service with stand-in arguments and gives what each asked for. */
async function askEverything(): Promise<Map<string, (typeof asked)[number]>> {
  service(() => ({ status: 200, body: {} }))
  const modules = {
    identity: await import('@/services/identity'),
    workers: await import('@/services/workers'),
    arrears: await import('@/services/arrears'),
    homes: await import('@/services/homes'),
    claims: await import('@/services/claims'),
    seals: await import('@/services/seals'),
    answers: await import('@/services/answers'),
    appointments: await import('@/services/appointments'),
    assistance: await import('@/services/assistance'),
    crossregion: await import('@/services/crossregion'),
    guides: await import('@/services/guides'),
    helpdesk: await import('@/services/helpdesk'),
    policies: await import('@/services/policies'),
    publicareas: await import('@/services/publicareas'),
    skills: await import('@/services/skills'),
    wages: await import('@/services/wages'),
    documents: await import('@/services/documents'),
    notices: await import('@/services/notices'),
  }
  const requests = new Map<string, (typeof asked)[number]>()
  for (const [room, functions] of Object.entries(modules)) {
    for (const [name, ask] of Object.entries(functions)) {
      asked.splice(0)
      await (ask as (...words: string[]) => Promise<unknown>)('x', 'x', 'x', 'x')
      const [request] = asked
      if (request) requests.set(`${room}.${name}`, request)
    }
  }
  return requests
}

function known(method: string, url: string): boolean {
  const path = url.split('?')[0] ?? ''
  return Object.entries(paths).some(
    ([template, acts]) =>
      method.toLowerCase() in acts && new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path),
  )
}

test('every address that the app asks for is in the OpenAPI file', async () => {
  const unknown = [...(await askEverything())].filter(([, { method, url }]) => !known(method, url))
  expect(unknown.map(([name, { method, url }]) => `${name}: ${method} ${url}`)).toEqual([])
})

test('every write carries an idempotency key of the agreed form', async () => {
  for (const [name, { method, header }] of await askEverything()) {
    if (method !== 'GET') expect(header['Idempotency-Key'], name).toBeTruthy()
  }
  const { newKey } = await import('@/services/keys')
  const keys = Array.from({ length: 500 }, newKey)
  expect(new Set(keys).size).toBe(500)
  for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_-]{16,64}$/)
})
