import { afterEach, expect, test, vi } from 'vitest'
import type * as Photos from '@/stores/photos'
import { ME, remember } from './host'

const photos = (): Promise<typeof Photos> => import('@/stores/photos')
const WAITING = { kept: 'tmp/a.jpg', key: 'a'.repeat(28), marks: [], at: Date.parse('2026-11-26T00:00:00Z') }

afterEach(() => void vi.useRealTimers())

test('a photo goes on under its key while its address is good, and is announced anew after that', async () => {
  const { fresh } = await photos()
  vi.useFakeTimers()
  vi.setSystemTime('2026-11-26T00:49:00Z')
  expect(fresh(WAITING)).toBe(WAITING)
  vi.setSystemTime('2026-11-26T00:51:00Z')
  expect(fresh(WAITING).key).not.toBe(WAITING.key)
  expect(fresh(WAITING).kept).toBe(WAITING.kept)
})

test('what waits to be sent is found again after a restart, by the same person only', async () => {
  remember('tokens', { access: 'a', refresh: 'r', refreshKey: 'k'.repeat(18) })
  remember('me', ME)
  ;(await photos()).keepWaiting('report-h1', [WAITING])
  vi.resetModules()
  expect((await photos()).waitingPhotos('report-h1')).toEqual([WAITING])
  expect((await photos()).waitingPhotos('report-h2')).toEqual([])
  remember('me', { ...ME, person_id: 'p2' })
  vi.resetModules()
  expect((await photos()).waitingPhotos('report-h1')).toEqual([])
})

test('where the phone refuses to keep a picture, it stays where it is', async () => {
  const { waitFor } = await photos()
  expect((await waitFor('tmp/b.jpg')).kept).toBe('tmp/b.jpg')
})

test('a mini-program keeps a copy of its own and removes it once the photo has arrived', async () => {
  const files = { copyFile: vi.fn(({ success }: { success: () => void }) => success()), unlink: vi.fn() }
  Object.assign(uni, { env: { USER_DATA_PATH: 'wxfile://usr' }, getFileSystemManager: () => files })
  const { forgetPhoto, waitFor } = await photos()
  const photo = await waitFor('wxfile://tmp/b.png')
  expect(photo.kept).toMatch(/^wxfile:\/\/usr\/\w+\.png$/)
  expect(files.copyFile.mock.calls[0]?.[0]).toMatchObject({ srcPath: 'wxfile://tmp/b.png', destPath: photo.kept })
  forgetPhoto(photo)
  expect(files.unlink.mock.calls[0]?.[0]).toMatchObject({ filePath: photo.kept })
  forgetPhoto({ ...photo, kept: 'wxfile://tmp/b.png' })
  expect(files.unlink).toHaveBeenCalledTimes(1)
  Object.assign(uni, { env: undefined })
})
