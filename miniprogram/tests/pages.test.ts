import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { Component } from 'vue'
import { asked, fire, ME, navigation, remember, service, signedIn } from './host'

const PAY = { basis: 'daily', amount_fen: 35000, unit: '天', pay_day: 15, pay_method: 'bank' }
const NAMED = { id: 'x', name: '某单位' }

function contract(state: string, actions: string[], amendments: unknown[] = []): unknown {
  return {
    id: 'c1', number: 'HT-1', state, state_label: '状态', project: { ...NAMED, county_name: '', address: '' }, employer: NAMED, team: NAMED,
    worker: { name_masked: '张*国', id_number_masked: '330***' }, trade: { code: '020', name: '钢筋工' }, certificate: null,
    terms: { period: { kind: 'task', start: '2026-11-23', end: null }, pay: PAY, insurance: [] }, notes: [],
    document: { status: 'ready', document_id: 'd1', sha256: 'ab', sealed_sha256: null, verify_url: null },
    timeline: [], plain: [], actions, amendments, opened_at: '2026-11-23T05:00:00Z', version: 1,
  }
}

async function show(page: () => Promise<{ default: Component }>, options: Record<string, string>): Promise<VueWrapper> {
  const wrapper = mount((await page()).default)
  fire('onLoad', options)
  fire('onShow')
  await flushPromises()
  return wrapper
}

const buttons = (page: VueWrapper): string[] => page.findAll('button').map((one) => one.text())
const press = async (page: VueWrapper, label: string): Promise<void> => {
  await page.findAll('button').find((one) => one.text() === label)?.trigger('click')
  await flushPromises()
}

test('a worker may sign or withdraw an offer, and is not offered the seal', async () => {
  signedIn()
  service(() => ({ status: 200, body: contract('offered', ['sign', 'withdraw']) }))
  const page = await show(() => import('@/workers/pages/contract/index.vue'), { id: 'c1' })
  expect(buttons(page)).toEqual(expect.arrayContaining(['看合同，去签字', '撤回']))
  expect(buttons(page)).not.toContain('同意，盖章')
})

test('an operator sees exactly the acts that the service allows', async () => {
  signedIn()
  service(() => ({ status: 200, body: contract('worker_signed', ['countersign', 'refuse']) }))
  const page = await show(() => import('@/workers/pages/review/index.vue'), { id: 'c1' })
  expect(buttons(page).filter((label) => /盖章|不同意/.test(label))).toEqual(['同意，盖章', '不同意'])
})

test('a proposal waits for the worker’s hand, a request for the employer', async () => {
  signedIn()
  const amendment = (state: string): unknown => ({
    id: 'm1', kind: 'change', kind_label: '变更合同', state, state_label: '', by_worker: state === 'requested', reason: '原因',
    effective_on: '2026-12-01', differences: ['工钱'], document_id: 'd2', document_sha256: 'cd', at: '2026-11-23T05:00:00Z',
  })
  service(() => ({ status: 200, body: contract('sealed', ['answer_amendment'], [amendment('proposed')]) }))
  const worker = await show(() => import('@/workers/pages/contract/index.vue'), { id: 'c1' })
  expect(buttons(worker)).toContain('同意，去签字')
  fire('onUnload')
  const office = await show(() => import('@/workers/pages/review/index.vue'), { id: 'c1' })
  expect(buttons(office)).not.toContain('同意')
})

test('joining without the safety training is stopped before anything is sent', async () => {
  signedIn()
  service(() => ({ status: 200, body: { items: [], jobs: [{ trade_code: '020', trade_name: '钢筋工', high_risk: false, certificate: null, pay: PAY }] } }))
  const page = await show(() => import('@/workers/pages/apply/index.vue'), { code: 'T7KQ' })
  await press(page, '下一步，看合同')
  expect(page.text()).toContain('没培训不能进场')
  expect(asked.filter((request) => request.method === 'POST')).toEqual([])
})

test('whoever lost the network while joining is told what is kept, and one tap goes on', async () => {
  signedIn()
  const card = { items: [], jobs: [{ trade_code: '020', trade_name: '钢筋工', high_risk: false, certificate: null, pay: PAY }] }
  service((request) => (request.method === 'GET' ? { status: 200, body: card } : 'lost'))
  const page = await show(() => import('@/workers/pages/apply/index.vue'), { code: 'T7KQ' })
  await page.find('[role=checkbox]').trigger('click')
  await press(page, '下一步，看合同')
  expect(page.text()).toContain('网络断了，已保存在手机，恢复后点“再试一次”')
  service(() => ({ status: 201, body: { id: 'c9' } }))
  await press(page, '再试一次')
  expect(navigation.redirectTo).toHaveBeenCalledWith({ url: '/workers/pages/read/index?id=c9' })
  const posts = asked.filter((request) => request.method === 'POST')
  expect(posts[0]?.header['Idempotency-Key']).toBe(posts[1]?.header['Idempotency-Key'])
})

test('a page that needs a session leads to sign-in and comes back', async () => {
  const { openAsPerson, PAGES } = await import('@/acts/paths')
  openAsPerson(PAGES.apply, { code: 'T7KQ' })
  expect(navigation.navigateTo).toHaveBeenCalledWith({
    url: '/pages/sign-in/index?then=%2Fworkers%2Fpages%2Fapply%2Findex%3Fcode%3DT7KQ&verified=1',
  })
})

test('a signed-in person without a proven name goes there first', async () => {
  signedIn()
  remember('me', { ...ME, real_name: 'none' })
  const { openAsPerson, PAGES } = await import('@/acts/paths')
  openAsPerson(PAGES.apply, { code: 'T7KQ' })
  expect(navigation.navigateTo.mock.calls[0]?.[0].url).toMatch(/^\/pages\/real-name/)
})

test('a notice opens pages of the app and nothing else', async () => {
  const { openLink } = await import('@/acts/paths')
  for (const link of ['https://evil.example/x', '//evil.example', '/verify/../x?y=<', 'javascript:alert(1)']) openLink(link)
  expect(navigation.navigateTo).not.toHaveBeenCalled()
  openLink('/workers/pages/contract/index?id=c1')
  expect(navigation.navigateTo).toHaveBeenCalledWith({ url: '/workers/pages/contract/index?id=c1' })
  openLink('/console/workers/c1')
  expect(navigation.navigateTo).toHaveBeenCalledTimes(1)
  openLink('/console/crossregion/affairs/a1')
  expect(navigation.navigateTo).toHaveBeenLastCalledWith({ url: '/crossregion/pages/affair/index?id=a1' })
})
