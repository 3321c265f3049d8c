import { exchange, NetworkLost, type Incoming, type Method } from '@/platform/http'
import { noteGone } from '@/stores/gone'
import { forgetTokens, keepTokens, tokens } from '@/stores/tokens'
import { newKey } from './keys'
import { Problem } from './problem'
import type { Tokens } from './types'

export interface Call {
  query?: Record<string, string | number | undefined>
  body?: unknown
  /** The Idempotency-Key of a write; the same write repeated must carry the same key. */
  key?: string
  /** No sign-in is needed; a stale session must not spoil the call. */
  open?: boolean
}

export async function call<T>(method: Method, path: string, options: Call = {}): Promise<T> {
  let answer = await send(method, path, options)
  if (answer.status === 401 && !options.open && codeOf(answer) === 'auth.token-expired') {
    await refreshOnce()
    answer = await send(method, path, options)
  }
  if (answer.status === 401 && !options.open) forgetTokens()
  if (answer.status >= 400) throw noted(Problem.from(answer.status, answer.body))
  return answer.body as T
}

function noted(problem: Problem): Problem {
  noteGone(problem)
  return problem
}

async function send(method: Method, path: string, options: Call): Promise<Incoming> {
  const writing = method !== 'GET'
  const headers: Record<string, string> = { Accept: 'application/json', 'Client-Time': new Date().toISOString() }
  if (tokens.access && !options.open) headers.Authorization = `Bearer ${tokens.access}`
  if (writing) {
    headers['Idempotency-Key'] = options.key ?? newKey()
    headers['Content-Type'] = 'application/json'
  }
  try {
    // DELETE carries no body; every other write carries one, be it empty.
    const body = method === 'POST' || method === 'PUT' ? (options.body ?? {}) : undefined
    return await exchange({ method, path: path + queryText(options.query), headers, body })
  } catch (error) {
    if (error instanceof NetworkLost) throw Problem.networkLost(writing)
    throw error
  }
}

let refreshing: Promise<void> | null = null

/** Several calls may meet the expired token at once; the refresh token may be used only once. */
function refreshOnce(): Promise<void> {
  refreshing ??= refresh().finally(() => (refreshing = null))
  return refreshing
}

async function refresh(): Promise<void> {
  // The key was stored with the token: if the answer was lost, the repeat gets the same answer instead of looking like theft.
  const answer = await send('POST', '/v1/identity/sessions/refresh', {
    body: { refresh_token: tokens.refresh },
    key: tokens.refreshKey,
    open: true,
  })
  if (answer.status >= 500 || answer.status === 429) throw Problem.from(answer.status, answer.body)
  if (answer.status >= 400) {
    forgetTokens()
    throw new Problem(401, 'auth.signed-out', '登录已过期', '您填的内容还在手机里', '请重新登录，接着办')
  }
  keepTokens(answer.body as Tokens)
}

function codeOf(answer: Incoming): string {
  return Problem.from(answer.status, answer.body).code
}

function queryText(query: Call['query'] = {}): string {
  const parts = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}
