import { expect, test } from 'vitest'
import type { ClaimRow, PolicyClaim } from '@/services/types'
import { accountFaults, accountWords, beginRefusal, claimCall, claimGroups, claimOf, lackingPapers, moves, papersOf, sumFromTyped, wayLine } from '@/wording/claims'

const row = (id: string, state: string, more: Partial<ClaimRow> = {}): ClaimRow =>
  ({ id, state, policy_id: 'q1', policy_title: '绿色工厂奖励', amount_fen: 100_000, mode: 'ordinary', ...more }) as ClaimRow

test('what was offered stands on top, then what waits for the enterprise, then the rest', () => {
  const rows = [row('a', 'paid'), row('b', 'review'), row('c', 'returned'), row('d', 'offered'), row('e', 'refused'), row('f', 'draft')]
  const groups = claimGroups(rows).map((group) => [group.title, group.rows.map((one) => one.id).join('')])
  expect(groups).toEqual([
    ['不用申报，确认就能领', 'd'],
    ['等您办', 'cf'],
    ['正在办', 'b'],
    ['办完了', 'ae'],
  ])
})

test('the home page calls for what loses its time first, and for nothing where others must act', () => {
  expect(claimCall([row('a', 'offered'), row('b', 'supplement'), row('c', 'returned')])?.id).toBe('c')
  expect(claimCall([row('a', 'offered'), row('b', 'supplement')])).toMatchObject({ id: 'b', note: '绿色工厂奖励 · 1,000 元' })
  expect(claimCall([row('a', 'review'), row('b', 'draft')])).toBeNull()
})

test('an earlier claim is the one that was neither refused nor withdrawn', () => {
  expect(claimOf([row('a', 'withdrawn'), row('b', 'review'), row('c', 'paid', { policy_id: 'q2' })], 'q1')?.id).toBe('b')
  expect(claimOf([row('a', 'refused')], 'q1')).toBeUndefined()
})

test('a sum is typed in yuan or in 万, without floating point', () => {
  expect(sumFromTyped('50,000')).toBe(5_000_000)
  expect(sumFromTyped('12.35万')).toBe(12_350_000)
  expect(sumFromTyped('80000元')).toBe(8_000_000)
  expect(sumFromTyped('0.1')).toBe(10)
  expect(sumFromTyped('15000000')).toBe(1_500_000_000)
  expect(sumFromTyped('很多')).toBeNull()
})

test('an account is digits, however they are grouped', () => {
  expect(accountFaults({ bank: '工行海曙支行', number: '1202 0000 0001 2345' })).toEqual({ bank: '', number: '' })
  expect(accountFaults({ bank: ' ', number: '12ab' })).toEqual({ bank: '请写开户银行和支行', number: '请写银行账号，8 到 30 位数字' })
  expect(accountWords('12020000012345')).toBe('1202 0000 0123 45')
})

test('papers go under the name of their material, and what has none is lacking', () => {
  const given = { 审计报告: ['f1', 'f2'], 项目说明: [] }
  expect(papersOf(given)).toEqual([
    { material: '审计报告', file_id: 'f1' },
    { material: '审计报告', file_id: 'f2' },
  ])
  expect(lackingPapers(['审计报告', '项目说明', '合同'], given)).toEqual(['项目说明', '合同'])
})

test('the station where it stands says in whose hands it is and until when', () => {
  const view = {
    waiting_for: '科学技术局（初审）：王小红',
    due_label: '12月10日17:00前',
    way: [
      { label: '受理', state: 'done' },
      { label: '初审', state: 'now' },
      { label: '公示', state: 'todo' },
    ],
  } as PolicyClaim
  expect(wayLine(view).map((one) => one.by_label)).toEqual(['', '科学技术局（初审）：王小红，12月10日17:00前', ''])
})

test('only what the rules or the treasury move is looked at again', () => {
  expect(moves(row('a', 'deciding', { mode: 'at_once' }))).toBe(true)
  expect(moves(row('a', 'deciding'))).toBe(false)
  expect(moves(row('a', 'ordered'))).toBe(true)
  expect(moves(row('a', 'paid'))).toBe(false)
})

test('why a claim cannot be begun is said before it is tried', () => {
  const policy = { mode: 'ordinary', window: 'open', opens_on: '2026-12-01' } as Parameters<typeof beginRefusal>[0]
  expect(beginRefusal(policy, 'yes')).toBe('')
  expect(beginRefusal(policy, undefined)).toBe('')
  expect(beginRefusal(policy, 'no')).toContain('现在还不符合')
  expect(beginRefusal({ ...policy, window: 'soon' }, 'yes')).toContain('2026年12月1日起')
  expect(beginRefusal({ ...policy, mode: 'automatic' }, 'yes')).toContain('不用您申报')
})
