import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { Component } from 'vue'
import { builderFromLink, codeFromLink, doorFromLink, invitationFromLink } from '@/links'
import type { BuilderPromise, Defect, DefectRow, HomeRow } from '@/services/types'
import { defectGroups, defectNext, disputeWords, joinable, promiseLines, promiseNote } from '@/wording/defects'
import { homeNote, tailFault, warrantySays } from '@/wording/homes'
import { asked, fire, ME, navigation, remember, service, signedIn } from './host'

type Answer = { status: number; body: unknown }
const DOOR = { home_id: 'h1', estate_name: '滨江云筑', label: '3-2-1801', builder_name: '某公司' }

async function show(page: () => Promise<{ default: Component }>, options: Record<string, string>): Promise<VueWrapper> {
  const wrapper = mount((await page()).default)
  fire('onLoad', options)
  fire('onShow')
  await flushPromises()
  return wrapper
}

const press = async (page: VueWrapper, label: string): Promise<void> => {
  await page.findAll('button').find((one) => one.text() === label)?.trigger('click')
  await flushPromises()
}
const posts = (): typeof asked => asked.filter((request) => request.method === 'POST')

test('a door’s code, an invitation and a team’s code are told apart', () => {
  expect(doorFromLink('https://x.example/j/d/ABCD1234')).toBe('ABCD1234')
  expect(invitationFromLink('/j/i/ABCD1234?from=chat')).toBe('ABCD1234')
  expect(builderFromLink('/j/b/01K9')).toBe('01K9')
  for (const link of ['/j/d/ABCD1234', '/j/i/ABCD1234', '/j/b/ABCD1234']) expect(codeFromLink(link)).toBeNull()
  for (const link of ['/j/ABCD1234', '/j/t/ABCD1234', '/j/h/ABCD1234']) expect(doorFromLink(link) ?? invitationFromLink(link)).toBeNull()
})

test('the end of a contract’s number counts letters and digits only', () => {
  expect(tailFault('2026-01')).toBe(null)
  expect(tailFault(' -12345')).toBe('要填最后 6 位')
  expect(tailFault('第12345')).toBe('只填字母和数字')
})

test('a rented home says until when, an own one when it was handed over', () => {
  const row = (over: object): HomeRow => ({ until: null, handed_over_on: null, ...over }) as unknown as HomeRow
  expect(homeNote(row({ until: '2027-06-30', handed_over_on: '2026-10-01' }))).toBe('租到2027年6月30日')
  expect(homeNote(row({ handed_over_on: '2026-10-01' }))).toBe('2026年10月1日交房')
  expect(homeNote(row({}))).toBe('还没有登记交房')
})

test('a part that is out of warranty is said to be so', () => {
  expect(warrantySays({ until: '2026-01-31', cover: 'out', cover_label: '已过保修期' })).toBe('2026年1月31日已到期')
  expect(warrantySays({ until: null, cover: 'unknown', cover_label: '还不知道起算日期' })).toBe('还不知道起算日期')
})

test('whoever is not proven yet goes by sign-in and real name to the binding and comes back to it', async () => {
  remember('tokens', { access: 'a', refresh: 'r', refreshKey: 'k'.repeat(18) })
  remember('me', { ...ME, real_name: 'none' })
  service(({ url }): Answer => ({ status: 200, body: url.includes('/codes/') ? DOOR : { items: [], next_cursor: null } }))
  const page = await show(() => import('@/homes/pages/door/index.vue'), { code: 'ABCD1234' })
  await press(page, '是我买的，去绑定')
  const then = encodeURIComponent('/homes/pages/bind/index?code=ABCD1234')
  expect(navigation.navigateTo).toHaveBeenCalledWith({ url: `/pages/real-name/index?then=${then}` })
})

test('a home that is mine already is opened, not bound again', async () => {
  signedIn()
  service(({ url }): Answer => ({ status: 200, body: url.includes('/codes/') ? DOOR : { items: [{ id: 'h1' }], next_cursor: null } }))
  const page = await show(() => import('@/homes/pages/door/index.vue'), { code: 'ABCD1234' })
  await press(page, '打开我的家')
  expect(navigation.redirectTo).toHaveBeenCalledWith({ url: '/homes/pages/home/index?id=h1' })
})

test('a wrong end of the number says how many tries are left, and the next try is a new one', async () => {
  signedIn()
  const refusal = { code: 'homes.binding.no-match', title: '对不上，没有绑定', next: '请核对', detail: '还可以再试 4 次' }
  service(({ method }): Answer => (method === 'GET' ? { status: 200, body: DOOR } : { status: 422, body: refusal }))
  const page = await show(() => import('@/homes/pages/bind/index.vue'), { code: 'ABCD1234' })
  await press(page, '绑定')
  expect(posts()).toEqual([])
  await page.find('input').trigger('input', { detail: { value: '012345' } })
  await press(page, '绑定')
  expect(page.text()).toContain('还可以再试 4 次')
  await press(page, '绑定')
  const [first, second] = posts()
  expect(first?.data).toEqual({ code: 'ABCD1234', contract_tail: '012345' })
  expect(second?.header['Idempotency-Key']).not.toBe(first?.header['Idempotency-Key'])
})

test('a new owner waits for the days in which the old one may take it back, a tenant is in at once', async () => {
  signedIn()
  const card = { kind: 'transfer', estate_name: '', label: '', by_masked: '', until: null, ends_at: '2027-01-01T00:00:00Z', open: true }
  const bound = (role: string | null): Answer => ({ status: 200, body: { home_id: 'h1', label: '3-2-1801', role, role_label: '', from_at: '2027-01-01T00:00:00Z' } })
  service(({ method }) => (method === 'GET' ? { status: 200, body: card } : bound(null)))
  const page = await show(() => import('@/homes/pages/invitation/index.vue'), { code: 'ABCD1234' })
  await press(page, '接受过户')
  expect(page.text()).toContain('等过户生效')
  expect(navigation.redirectTo).not.toHaveBeenCalled()
  fire('onUnload')
  service(({ method }) => (method === 'GET' ? { status: 200, body: { ...card, kind: 'tenant' } } : bound('tenant')))
  const tenant = await show(() => import('@/homes/pages/invitation/index.vue'), { code: 'EFGH1234' })
  await press(tenant, '接受，住进来')
  expect(navigation.redirectTo).toHaveBeenCalledWith({ url: '/homes/pages/home/index?id=h1' })
})

const defectRow = (over: object): DefectRow => ({ id: 'd', state: 'reported', category: 'leak', issue_id: null, ...over }) as unknown as DefectRow

test('what waits for the household stands first, what is over last', () => {
  const rows = ['confirmed', 'reported', 'repaired', 'disputed'].map((state) => defectRow({ id: state, state }))
  expect(defectGroups(rows).map((group) => [group.title, group.rows.map((row) => row.id)])).toEqual([
    ['等您确认', ['repaired']],
    ['正在办', ['reported', 'disputed']],
    ['办完了', ['confirmed']],
  ])
})

test('only an open report of the same kind that has joined nothing may join an issue', () => {
  const rows = [{ id: 'a' }, { id: 'b', category: 'opening' }, { id: 'c', issue_id: 'g1' }, { id: 'd', state: 'withdrawn' }].map(defectRow)
  expect(joinable(rows, 'leak').map((row) => row.id)).toEqual(['a'])
})

test('who said that it is repaired is told until when it can be opened again, and by nobody else', () => {
  const defect = (over: object): Defect => ({ row: { state: 'confirmed' }, actions: [], reopen_until: null, log: [], ...over }) as unknown as Defect
  expect(defectNext(defect({ actions: ['reopen'], reopen_until: '2030-01-02T02:00:00Z' }))).toMatch(/2030年1月2日 10:00 前又坏了还能重新打开/)
  expect(defectNext(defect({}))).toBe('您说修好了，这件办完')
  const log = [{ label: '建设单位提出异议', text: '改过水管' }, { label: '监管部门责令维修', text: '该修' }]
  expect(disputeWords(defect({ log }))).toBe('改过水管')
})

test('a builder with few cases is not judged, and a rate without a case is left out', () => {
  const promise = (over: object): BuilderPromise =>
    ({ cases: 2, answered: 1, answered_percent: 50, answer_hours: 3, fixed: 0, fixed_percent: 0, fix_days: null, again: 0, again_percent: 0, rated: 0, stars: null, ...over }) as unknown as BuilderPromise
  expect(promiseNote(promise({}))).toContain('一共只有 2 件')
  expect(promiseNote(promise({ cases: 0 }))).toContain('没有数字')
  expect(promiseNote(promise({ cases: 5 }))).toBe('')
  expect(promiseLines(promise({})).map((line) => line.name)).not.toContain('平均多久修好')
  expect(promiseLines(promise({}))[0]).toEqual({ name: '受理了', number: '50%', of: '1 件，一共 2 件' })
})

test('a report whose answer was lost is sent again under the same key, and what was filled in survives the app', async () => {
  signedIn()
  const home = { id: 'h1', house_type: { rooms: ['卫生间', '客厅'], plan_url: null } }
  const likely = { warranty: { cover: 'in', cover_label: '', sentence: '', payer: '', article: '', source: '', checked: true }, likely: [] }
  const reads = (url: string): Answer => ({ status: 200, body: url.includes('likely') ? likely : home })
  service(({ method, url }) => (method === 'GET' ? reads(url) : 'lost'))
  const page = await show(() => import('@/homes/pages/report/index.vue'), { id: 'h1' })
  await press(page, '提交报修')
  expect(posts()).toEqual([])
  for (const word of ['卫生间', '门、窗、栏杆']) await page.findAll('[role=radio]').find((one) => one.text() === word)?.trigger('click')
  await press(page, '提交报修')
  expect(page.text()).toContain('网络断了，已保存在手机')
  fire('onUnload')
  page.unmount()
  service(({ method, url }) => (method === 'GET' ? reads(url) : { status: 201, body: { id: 'd9' } }))
  const again = await show(() => import('@/homes/pages/report/index.vue'), { id: 'h1' })
  await press(again, '提交报修')
  const [first, second] = posts()
  expect(second?.data).toMatchObject({ category: 'opening', severity: 'ordinary', spot: { room: '卫生间', x: null, y: null } })
  expect(second?.header['Idempotency-Key']).toBe(first?.header['Idempotency-Key'])
  expect(navigation.redirectTo).toHaveBeenCalledWith({ url: '/homes/pages/defect/index?id=d9' })
})
