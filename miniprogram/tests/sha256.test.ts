import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { sha256 } from '@/services/sha256'

test.each([0, 1, 55, 56, 63, 64, 65, 1000, 70_001])('the hash of %i bytes is what everybody computes', (size) => {
  const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 31 + size) % 256)
  expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
})
