import { expect, test } from 'vitest'
import { askKey, matterFields } from '@/matters/sharing'
import type { Matter, MatterAsk } from '@/services/types'
import { shared, type FormField } from '@/wording/assistance'
import { askFault, type MatterForm } from '@/wording/matters'

const ask = (key: string, kind: MatterAsk['kind'], required = true): MatterAsk => ({ key, label: '一栏', kind, required, hint: '', choices: kind === 'choice' ? ['热食', '冷食'] : [] })
const paper = { name: '房产证', need_label: '', required: true, licence: '', note: '', how: '', how_label: '', files: [], because: '', fine: null, why: '', ways: ['files', 'not_mine'] }
const shown = { entries: [paper], asks: [ask('name', 'text'), ask('illness', 'private')], deliveries: ['phone', 'courier'] } as unknown as Matter
const form = (): MatterForm => ({ papers: { 房产证: { how: 'not_mine', files: [], because: '房子是自己的' } }, values: { name: '老王小吃', illness: '高血压' }, delivery: 'courier', address: '文三路 1 号' })
const one = (fields: FormField[], key: string): FormField | undefined => fields.find((field) => field.key === key)

test('what the item calls private and the address never leave the phone', () => {
  const sent = matterFields(shown, form(), false).map(shared)
  expect(JSON.stringify(sent)).not.toMatch(/高血压|文三路/)
  expect(sent.filter((field) => field.kind === 'private').map((field) => [field.key, field.filled])).toEqual([
    ['ask.illness', true],
    ['address', true],
  ])
})

test('a proposal that was taken stands in the form, and changes nothing else of its paper', () => {
  const typed = form()
  const fields = matterFields(shown, typed, false)
  const because = one(fields, 'paper0.because')
  const name = one(fields, askKey(ask('name', 'text')))
  if (because?.kind === 'text') because.put('租的')
  if (name?.kind === 'text') name.put('老王面馆')
  expect(typed.papers['房产证']).toEqual({ how: 'not_mine', files: [], because: '租的' })
  expect(typed.values).toEqual({ name: '老王面馆', illness: '高血压' })
})

test('of a paper that is photographed only the number of photographs is seen', () => {
  const typed = form()
  typed.papers['房产证'] = { how: 'files', files: ['f1', 'f2'], because: '' }
  expect(matterFields(shown, typed, false).map((field) => field.key)).toEqual(['paper0.how', 'paper0.files', 'ask.name', 'ask.illness', 'delivery', 'address'])
  expect(matterFields(shown, typed, false).map(shared)[1]).toMatchObject({ kind: 'files', value: '2' })
})

test.each<[MatterAsk['kind'], string, boolean]>([
  ['text', ' ', false],
  ['number', '十二', false],
  ['number', '12.5', true],
  ['date', '明天', false],
  ['date', '2026-13-40', false],
  ['date', '2026-01-31', true],
])('a line of kind %s with “%s” is said to be wrong before it is handed in: %s', (kind, value, fits) => {
  expect(askFault(ask('a', kind), value) === null).toBe(fits)
})

test('what need not be filled in may stay empty', () => {
  expect(askFault(ask('a', 'date', false), '')).toBeNull()
})
