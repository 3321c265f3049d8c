import { expect, test } from 'vitest'
import { hiddenLabels, oldWords, seenLabels, shared, valueWords, type FormField } from '@/wording/assistance'

const put = (): void => undefined
const card: FormField = { key: 'card', label: '银行卡号', kind: 'private', filled: true }
const photos: FormField = { key: 'photos', label: '照片', kind: 'files', count: 2 }
const bank: FormField = { key: 'bank', label: '哪家银行', kind: 'choice', value: 'boc', choices: [{ value: 'boc', label: '中国银行', note: '蓝色' }], put }
const text = (value: string): FormField => ({ key: 'text', label: '想说的话', kind: 'text', value, most: 500, put })

test('of a private field only that it is filled leaves the phone', () => {
  expect(shared(card)).toMatchObject({ value: '', filled: true, options: [] })
})

test('of files only how many there are leaves the phone', () => {
  expect(shared(photos)).toMatchObject({ value: '2', filled: true })
})

test.each([
  ['我的电话 13812345678，请回', '我的电话 ***，请回'],
  ['身份证33010619900101123X', '身份证***'],
  ['卡 6222 0202 0011 2233 445', '卡 ***'],
  ['应发 8000 元，2026-09 没发', '应发 8000 元，2026-09 没发'],
])('numbers of a person stay behind even in a free text: %s', (written, sent) => {
  expect(shared(text(written)).value).toBe(sent)
})

test('a choice goes with its labels and nothing more', () => {
  expect(shared(bank).options).toEqual([{ value: 'boc', label: '中国银行' }])
})

test('who agrees reads the name of each field that is seen and of each that is not', () => {
  expect(seenLabels([card, photos, bank])).toBe('照片（只看得到几张）、哪家银行')
  expect(hiddenLabels([card, photos])).toMatch(/^银行卡号、身份证号/)
})

test('old and new stand in words', () => {
  expect([oldWords(bank), valueWords(bank, 'boc'), oldWords(text('')), oldWords(card)]).toEqual(['中国银行', '中国银行', '空着', ''])
})
