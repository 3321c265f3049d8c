import { expect, test } from 'vitest'
import { asked, ME, service, signedIn } from './host'

const EXPIRED = { status: 401, body: { code: 'auth.token-expired', title: '登录已过期' } }
const TOKENS = { access_token: 'new', refresh_token: 'refresh-2', token_type: 'Bearer', expires_in: 900, me: ME }
const isRefresh = (url: string): boolean => url.endsWith('/sessions/refresh')

/** A service that knows only the new access token. */
function rotating(): void {
  service((request) => {
    if (isRefresh(request.url)) return { status: 201, body: TOKENS }
    return request.header.Authorization === 'Bearer new' ? { status: 200, body: { items: [], next_cursor: null } } : EXPIRED
  })
}

test('an expired token is refreshed once and the call repeated', async () => {
  signedIn()
  rotating()
  const { listMyContracts } = await import('@/services/workers')
  await expect(listMyContracts()).resolves.toEqual({ items: [], next_cursor: null })
  expect(asked.map((request) => request.header.Authorization)).toEqual(['Bearer old', undefined, 'Bearer new'])
})

test('calls that expire together share one refresh', async () => {
  signedIn()
  rotating()
  const { listMyContracts } = await import('@/services/workers')
  const { listNotices } = await import('@/services/notices')
  await Promise.all([listMyContracts(), listNotices(), listMyContracts()])
  expect(asked.filter((request) => isRefresh(request.url))).toHaveLength(1)
})

test('a refresh whose answer was lost is repeated under the same key', async () => {
  signedIn()
  let cuts = 1
  service((request) => {
    if (isRefresh(request.url) && cuts-- > 0) return 'lost'
    if (isRefresh(request.url)) return { status: 201, body: TOKENS }
    return request.header.Authorization === 'Bearer new' ? { status: 200, body: {} } : EXPIRED
  })
  const { getUnread } = await import('@/services/notices')
  await expect(getUnread()).rejects.toMatchObject({ networkLost: true })
  await getUnread()
  const refreshes = asked.filter((request) => isRefresh(request.url))
  expect(refreshes).toHaveLength(2)
  expect(refreshes[0]?.header['Idempotency-Key']).toBe(refreshes[1]?.header['Idempotency-Key'])
})

test('a refused refresh signs out and says how to go on', async () => {
  signedIn()
  service((request) => (isRefresh(request.url) ? { status: 401, body: { code: 'auth.refresh-reused' } } : EXPIRED))
  const { getMe } = await import('@/services/identity')
  const { session, isSignedIn } = await import('@/stores/session')
  expect(session.me?.name_masked).toBe('张*国')
  await expect(getMe()).rejects.toMatchObject({ title: '登录已过期', next: '请重新登录，接着办' })
  expect(isSignedIn()).toBe(false)
  expect(session.me).toBeNull()
})

test('a server in trouble during the refresh does not sign anyone out', async () => {
  signedIn()
  service((request) => (isRefresh(request.url) ? { status: 503, body: {} } : EXPIRED))
  const { getMe } = await import('@/services/identity')
  const { isSignedIn } = await import('@/stores/session')
  await expect(getMe()).rejects.toMatchObject({ passing: true })
  expect(isSignedIn()).toBe(true)
})

test('an expired phone clock does not stop a public page', async () => {
  signedIn()
  service(() => ({ status: 200, body: { team_name: '钢筋一班' } }))
  const { getTeamCard } = await import('@/services/workers')
  await getTeamCard('T7KQ')
  expect(asked[0]?.header.Authorization).toBeUndefined()
})

test('a lost write tells what is kept and what to do', async () => {
  signedIn()
  const { withdrawContract } = await import('@/services/workers')
  await expect(withdrawContract('c1', 'key-000000000001')).rejects.toMatchObject({
    title: '网络断了',
    kept: '已保存在手机',
    next: '恢复后点“再试一次”',
  })
})

test('the service tells its own words for an error, and the fields that are wrong', async () => {
  service(() => ({
    status: 422,
    body: { code: 'x', title: '对不上', kept: '还在', next: '再看一遍', errors: [{ field: 'name', message: '写错了' }] },
  }))
  const { proveRealName } = await import('@/services/identity')
  await expect(proveRealName({ name: '', id_number: '', consent_version: '1' }, 'k')).rejects.toMatchObject({
    title: '对不上',
    kept: '还在',
    next: '再看一遍',
    fields: { name: '写错了' },
    passing: false,
  })
})

test('an answer that is no problem document still gives words to a person', async () => {
  service(() => ({ status: 502, body: '<html>Bad gateway</html>' }))
  const { getUnread } = await import('@/services/notices')
  await expect(getUnread()).rejects.toMatchObject({ title: '系统暂时忙不过来', passing: true })
})
