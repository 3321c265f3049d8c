import { expect, test, vi } from 'vitest'
import type { Act } from '@/acts/useAct'
import { asked, service } from './host'

const done = { status: 201, body: { id: 'c1' } }

interface Hand {
  act: Act
  tap: (content?: unknown) => Promise<unknown>
}

async function openAct(): Promise<Hand> {
  const { useAct } = await import('@/acts/useAct')
  const workers = await import('@/services/workers')
  const act = useAct()
  return { act, tap: (content: unknown = {}) => act.run('withdraw', 'c1', content, (key) => workers.withdrawContract('c1', key)) }
}

test('the second tap of a double tap acts no more, even when the answer came between the taps', async () => {
  const { tap } = await openAct()
  service(() => done)
  expect(await tap()).toEqual(done.body)
  expect(await tap()).toBeNull()
  expect(asked).toHaveLength(1)
})

test('another content is another act, at once', async () => {
  const { tap } = await openAct()
  service(() => done)
  await tap({ stars: 1 })
  await tap({ stars: 2 })
  expect(asked).toHaveLength(2)
})

test('who taps again after a moment means it', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { tap } = await openAct()
  service(() => done)
  await tap()
  vi.advanceTimersByTime(600)
  await tap()
  expect(asked).toHaveLength(2)
  vi.useRealTimers()
})

test('what was refused can be tried again at once', async () => {
  const { act, tap } = await openAct()
  service(() => ({ status: 409, body: { code: 'x', title: '不行' } }))
  expect(await tap()).toBeNull()
  expect(act.problem.value?.code).toBe('x')
  service(() => done)
  expect(await tap()).toEqual(done.body)
})
