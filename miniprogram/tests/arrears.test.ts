import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { Component } from 'vue'
import type { Complaint } from '@/services/types'
import { complaintNext } from '@/wording/arrears'
import { asked, fire, navigation, service, signedIn } from './host'

const complaint = (over: object): Complaint =>
  ({
    id: 'k1', row: { state: 'mediating', state_label: '调解中', month_label: '2026年10月' }, proposal: null, order: null, text: '', photos: [],
    payers: [], log: [], replies: [], deadlines: [], actions: [], document_ready: false, ...over,
  }) as unknown as Complaint

async function show(page: () => Promise<{ default: Component }>, id: string): Promise<VueWrapper> {
  const wrapper = mount((await page()).default)
  fire('onLoad', { id })
  fire('onShow')
  await flushPromises()
  return wrapper
}

const press = async (page: VueWrapper, label: string): Promise<void> => {
  await page.findAll('button').find((one) => one.text() === label)?.trigger('click')
  await flushPromises()
}
const posts = (): typeof asked => asked.filter((request) => request.method === 'POST')

test('silence that counts as an answer is told beforehand', () => {
  const deadlines = [{ kind: 'arrears.closing-1', state: 'running', due_label: '12月8日（周二）24:00前' }]
  expect(complaintNext(complaint({ deadlines, row: { state: 'paid' } }))).toMatch(/12月8日（周二）24:00前不答复，就按已解决办结$/)
  expect(complaintNext(complaint({ deadlines, row: { state: 'closed' } }))).not.toMatch('不答复')
})

test('a complaint is asked once more, hides the worker unless told otherwise, and a lost answer repeats the same key', async () => {
  signedIn()
  const page = await show(() => import('@/arrears/pages/complain/index.vue'), 'e1')
  await press(page, '提交投诉')
  expect(posts()).toEqual([])
  await press(page, '交，我要投诉')
  service(() => ({ status: 201, body: { id: 'k9' } }))
  await press(page, '再试一次')
  const [first, second] = posts()
  expect(first?.data).toMatchObject({ expectation_id: 'e1', reason: 'not_paid', hidden: true, photos: [] })
  expect(second?.header['Idempotency-Key']).toBe(first?.header['Idempotency-Key'])
  expect(navigation.redirectTo).toHaveBeenCalledWith({ url: '/arrears/pages/complaint/index?id=k9' })
})

test('whoever agrees to arbitration is told that the matter ends here', async () => {
  signedIn()
  const proposal = { kind: 'transfer', text: '', amount_fen: 0, pay_by: null, worker: null, unit: null }
  service(() => ({ status: 200, body: complaint({ proposal, actions: ['answer', 'close', 'withdraw'] }) }))
  const page = await show(() => import('@/arrears/pages/complaint/index.vue'), 'k1')
  await press(page, '我同意')
  expect(page.text()).toContain('监管部门不再办这件投诉')
})
