import { expect, test } from 'vitest'
import { dropHelper, helperTalk, keepHelper } from '@/stores/accompanying'
import './host'

const HOUR = 60 * 60 * 1000

test('for an hour whoever is asked for help is the agent who asked in the conversation', () => {
  keepHelper('k1', 0)
  expect([helperTalk(HOUR - 1), helperTalk(HOUR)]).toEqual(['k1', ''])
})

test('who would rather read out a code is no longer led to that agent', () => {
  keepHelper('k1', 0)
  dropHelper()
  expect(helperTalk(1)).toBe('')
})
