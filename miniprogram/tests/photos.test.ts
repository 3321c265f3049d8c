import { afterEach, expect, test, vi } from 'vitest'
import type * as Photos from '@/stores/photos'
import type { InspectedSheet } from '@/services/types'
import { ME, remember, service } from './host'

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

const gone = (id: string): { status: number; body: unknown } => ({
  status: 409,
  body: { code: 'files.unused-too-long', title: '这个文件上传后30天没有用到，已删除', errors: [{ field: id, message: '已删除' }] },
})

test('a photo that the service has no more is known by its id, and no other', async () => {
  const { call } = await import('@/services/client')
  const { isGone } = await import('@/stores/gone')
  service(() => gone('f1'))
  await expect(call('GET', '/v1/files/f1')).rejects.toMatchObject({ code: 'files.unused-too-long' })
  service(() => ({ status: 422, body: { code: 'input.invalid', errors: [{ field: 'f2', message: '必填' }] } }))
  await expect(call('GET', '/v1/files/f2')).rejects.toMatchObject({ code: 'input.invalid' })
  expect(['f1', 'f2', 'f3'].map(isGone)).toEqual([true, false, false])
})

test('a sheet goes on without a photo that is gone and keeps what was written beside it', async () => {
  const { keptSheet, record, sendSheet, takeSheet } = await import('@/stores/sheets')
  const sheet = { id: 'k1', items: [{ point: 'wall', revision: 0, photos: [] }] } as unknown as InspectedSheet
  takeSheet(sheet)
  record('k1', 'wall', { verdict: 'fail', design: 0, values: [], note: '墙角有裂缝', photos: ['f1', 'f2'], pin: null, seen: 0 })
  service((request) => (request.method === 'GET' ? { status: 200, body: sheet } : gone('f1')))
  await expect(sendSheet('k1')).rejects.toMatchObject({ title: '这个文件上传后30天没有用到，已删除' })
  expect(keptSheet('k1')).toMatchObject({ sent: null, waiting: { wall: { note: '墙角有裂缝', photos: ['f2'] } } })
})
