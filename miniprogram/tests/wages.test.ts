import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { beforeAll, expect, test } from 'vitest'
import type { Component } from 'vue'
import { asked, fire, service, signedIn } from './host'

const NAMED = { id: 'x', name: '某项目' }

function line(state: string, actions: string[], more: Record<string, unknown> = {}): unknown {
  return {
    id: 'w1', table_id: 't', month: '2026-10', state, state_label: '状态', project: NAMED, employer: NAMED, team: NAMED, trade_name: '钢筋工',
    name_masked: '张*国', amount_fen: 762000, halves: 44, formula: '', unconfirmed: true, assisted: false, insisted: false, changed: false,
    contract_id: 'c', contract_number: 'HT', revision: 1, basis: '计天', unit: '天', rate_fen: 36000, quantity_milli: 22000,
    attended_halves: 44, items: [], note: '', plain: ['应发7,620元。'], previous_fen: null, previous_words: null, findings: [], changes: [],
    objections: [], money: { bank: null, card_masked: null, attempt: 0, reason: null, slip_document_id: null }, silence_note: null,
    confirm_by_label: null, actions, asked_at: '2026-11-01T00:00:00Z', version: 1, ...more,
  }
}

async function show(page: () => Promise<{ default: Component }>, options: Record<string, string>): Promise<VueWrapper> {
  const wrapper = mount((await page()).default)
  fire('onLoad', options)
  fire('onShow')
  await flushPromises()
  return wrapper
}

// The first import compiles the page and all that it stands on.
beforeAll(async () => void (await import('@/wages/pages/line/index.vue')), 60_000)

const buttons = (page: VueWrapper): string[] => page.findAll('button').map((one) => one.text())

test('a worker is offered exactly what the service allows, and what they look at counts as seen once', async () => {
  signedIn()
  service(() => ({ status: 200, body: line('shown', ['confirm', 'object']) }))
  const page = await show(() => import('@/wages/pages/line/index.vue'), { id: 'w1' })
  expect(buttons(page)).toEqual(expect.arrayContaining(['没错，去签字', '不对，我要说']))
  expect(buttons(page)).not.toContain('收到了')
  fire('onShow')
  await flushPromises()
  expect(asked.filter((one) => one.url.endsWith('/sight'))).toHaveLength(1)
})

test('a change since last time stands above everything else', async () => {
  signedIn()
  const change = { revision: 2, at: '2026-11-01T00:00:00Z', reason: '', differences: ['数量：原来21天，改为22天'], before_fen: 1, after_fen: 2, new: true }
  service(() => ({ status: 200, body: line('shown', ['confirm'], { revision: 2, changes: [change] }) }))
  const page = await show(() => import('@/wages/pages/line/index.vue'), { id: 'w1' })
  expect(page.find('.card').text()).toContain('工资有改动，请看清')
})

test('months roll over the year', async () => {
  const { monthAfter } = await import('@/wording/wages')
  expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1), monthAfter('2026-10', 0)]).toEqual(['2027-01', '2025-12', '2026-10'])
})
