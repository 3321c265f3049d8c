import { expect, test, vi } from 'vitest'
import type * as Drafts from '@/stores/drafts'
import { asked, service, signedIn, remember, ME, storage } from './host'

const done = { status: 201, body: { id: 'c1' } }
const keys = (): (string | undefined)[] => asked.map((request) => request.header['Idempotency-Key'])

type App = typeof Drafts & { withdraw: (content?: unknown) => Promise<unknown> }

/** The app as it stands after being opened anew: modules forget, the phone's storage does not. */
async function openApp(): Promise<App> {
  const drafts = await import('@/stores/drafts')
  const workers = await import('@/services/workers')
  return {
    ...drafts,
    withdraw: (content: unknown = {}) => drafts.submitOnce('withdraw', 'c1', content, (key) => workers.withdrawContract('c1', key)),
  }
}

test('the key is on the phone before the request leaves it', async () => {
  signedIn()
  const { withdraw } = await openApp()
  let kept = ''
  service((request) => {
    kept = [...storage.values()].find((text) => text.includes(request.header['Idempotency-Key'] ?? '?')) ?? ''
    return done
  })
  await withdraw()
  expect(kept).toContain('sent')
})

test('a retry after a lost network repeats the same key', async () => {
  const { withdraw } = await openApp()
  await expect(withdraw()).rejects.toMatchObject({ networkLost: true })
  service(() => done)
  await withdraw()
  expect(keys()).toHaveLength(2)
  expect(keys()[0]).toBe(keys()[1])
})

test('a retry after the app was closed repeats the same key', async () => {
  const first = await openApp()
  await expect(first.withdraw()).rejects.toMatchObject({ networkLost: true })
  vi.resetModules()
  const again = await openApp()
  expect(again.isUnanswered('withdraw', 'c1')).toBe(true)
  service(() => done)
  await again.withdraw()
  expect(keys()[0]).toBe(keys()[1])
  expect(again.isUnanswered('withdraw', 'c1')).toBe(false)
})

test('a double tap sends once and both taps get the answer', async () => {
  const { withdraw } = await openApp()
  service(() => done)
  const [one, two] = await Promise.all([withdraw(), withdraw()])
  expect(asked).toHaveLength(1)
  expect(one).toEqual(two)
})

test('changed content is another act and takes a new key', async () => {
  const { withdraw } = await openApp()
  await expect(withdraw({ reason: 'a' })).rejects.toBeDefined()
  await expect(withdraw({ reason: 'b' })).rejects.toBeDefined()
  expect(keys()[0]).not.toBe(keys()[1])
})

test('after a definite refusal the next try takes a new key, and what was typed stays', async () => {
  const { withdraw, saveDraft, readDraft } = await openApp()
  saveDraft('withdraw', 'c1', { reason: 'typed' })
  service(() => ({ status: 409, body: { code: 'workers.contract.wrong-state', title: '不能这样办' } }))
  await expect(withdraw()).rejects.toMatchObject({ title: '不能这样办' })
  expect(readDraft('withdraw', 'c1')).toEqual({ reason: 'typed' })
  await expect(withdraw()).rejects.toBeDefined()
  expect(keys()[0]).not.toBe(keys()[1])
})

test('a failing server keeps the key for the next try', async () => {
  const { withdraw } = await openApp()
  service(() => ({ status: 503, body: {} }))
  await expect(withdraw()).rejects.toMatchObject({ passing: true })
  await expect(withdraw()).rejects.toBeDefined()
  expect(keys()[0]).toBe(keys()[1])
})

test('a draft goes away only when its act is done', async () => {
  const { withdraw, saveDraft, readDraft } = await openApp()
  saveDraft('withdraw', 'c1', { reason: 'typed' })
  await expect(withdraw()).rejects.toBeDefined()
  expect(readDraft('withdraw', 'c1')).toEqual({ reason: 'typed' })
  service(() => done)
  await withdraw()
  expect(readDraft('withdraw', 'c1')).toBeNull()
})

test('another person on the same phone does not see my draft', async () => {
  signedIn()
  const mine = await openApp()
  mine.saveDraft('sign', 'c1', { strokes: [] })
  vi.resetModules()
  remember('me', { ...ME, person_id: 'p2' })
  const other = await openApp()
  expect(other.readDraft('sign', 'c1')).toBeNull()
})

test('a draft older than thirty days is dropped', async () => {
  const { readDraft, sweepDrafts } = await openApp()
  remember('draft:anyone:sign:c1', { body: 1, saved_at: Date.now() - 31 * 24 * 3600 * 1000 })
  sweepDrafts()
  expect(storage.size).toBe(0)
  expect(readDraft('sign', 'c1')).toBeNull()
})

test('a phone whose storage is full says so instead of claiming to have saved', async () => {
  const { saveDraft } = await openApp()
  const full = vi.spyOn(uni, 'setStorageSync').mockImplementation(() => {
    throw new Error('quota')
  })
  expect(saveDraft('sign', 'c1', {})).toBe(false)
  full.mockRestore()
})


test('what was typed and taken back is not brought back, and the key of an act without an answer stays', async () => {
  const app = await openApp()
  app.saveDraft('withdraw', 'c1', { why: '写错了' })
  app.clearDraft('withdraw', 'c1')
  expect(app.readDraft('withdraw', 'c1')).toBeNull()
  expect(storage.size).toBe(0)
  app.saveDraft('withdraw', 'c1', { why: '写错了' })
  await expect(app.withdraw()).rejects.toMatchObject({ networkLost: true })
  app.clearDraft('withdraw', 'c1')
  expect(app.readDraft('withdraw', 'c1')).toBeNull()
  expect(app.isUnanswered('withdraw', 'c1')).toBe(true)
})
