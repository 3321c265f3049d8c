import { expect, test } from 'vitest'
import type { ClaimDraw } from '@/services/types'
import { drawnAgain, drawStands } from '@/wording/draws'

// Reckoned by the service's own rules: 70 claims, 5 % of them.
const CLAIMS = Array.from({ length: 70 }, (_, n) => `01M${String(n).padStart(23, '0')}`)
const DRAW = {
  period: '2026-11',
  seed: 'a1'.repeat(32),
  commitment: '52fe6094743bfd4f9be4321d98adc7e23c1ab622b0ba830e271d1ee1cbfd7850',
  digest: 'a1247e7c298b0006381a47e7304c624fe92861e2269c498856e6b82283d0b0c0',
  revealed_at: '2026-12-02T01:00:00Z',
  population: 70,
  sampled: [20, 59, 17, 58].map((n) => CLAIMS[n]),
} as unknown as ClaimDraw

test('a month drawn again on the phone comes out as the service drew it, whatever the order of the list', () => {
  expect(drawnAgain(DRAW, CLAIMS)).toContain('一件不差')
  expect(drawnAgain(DRAW, [...CLAIMS].reverse())).toContain('一件不差')
})

test('another seed, another list and another sample are each found out', () => {
  expect(drawnAgain({ ...DRAW, seed: 'a2'.repeat(32) }, CLAIMS)).toContain('指纹不一样')
  expect(drawnAgain(DRAW, CLAIMS.slice(1))).toContain('名单')
  expect(drawnAgain({ ...DRAW, sampled: CLAIMS.slice(0, 4) }, CLAIMS)).toContain('抽中的不一样')
})

test('a month says how far its draw has come', () => {
  expect(drawStands({ ...DRAW, revealed_at: null })).toBe('种子还没公布，谁也不知道会抽中谁')
  expect(drawStands(DRAW)).toBe('拨付了 70 件，抽中 4 件')
  expect(drawStands({ ...DRAW, population: 0, sampled: [] })).toBe('这个月没有拨付，没有抽')
})
