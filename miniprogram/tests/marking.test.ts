import { expect, test } from 'vitest'
import { atCorner, between, freshMark, grown, largeEnough, markAt, shifted, stepped } from '@/components/marking'
import { ME, asked, remember, service } from './host'

test('a box is the same whichever corner it was drawn from, and ends where the picture ends', () => {
  const drawn = { x: 0.2, y: 0.1, width: 0.3, height: 0.4 }
  expect(between({ x: 0.2, y: 0.1 }, { x: 0.5, y: 0.5 })).toEqual(drawn)
  expect(between({ x: 0.5, y: 0.5 }, { x: 0.2, y: 0.1 })).toEqual(drawn)
  expect(between({ x: 0.8, y: 0.9 }, { x: 1.4, y: 1.2 })).toEqual({ x: 0.8, y: 0.9, width: 0.2, height: 0.1 })
})

test('a slip of the finger is no box', () => {
  expect(largeEnough(between({ x: 0.5, y: 0.5 }, { x: 0.51, y: 0.9 }))).toBe(false)
  expect(largeEnough(freshMark())).toBe(true)
})

test('a box keeps its size when it is pushed against the edge', () => {
  let box = freshMark()
  for (let step = 0; step < 40; step += 1) box = stepped(box, 'right')
  expect(box).toMatchObject({ x: 0.72, width: 0.28, height: 0.2 })
  expect(shifted(box, -5, -5)).toMatchObject({ x: 0, y: 0, width: 0.28, height: 0.2 })
})

test('growing and shrinking never leave the picture and never lose the box', () => {
  let box = freshMark()
  for (let step = 0; step < 60; step += 1) box = grown(box, 1)
  expect(box).toEqual({ x: 0, y: 0, width: 1, height: 1 })
  for (let step = 0; step < 60; step += 1) box = grown(box, -1)
  expect(largeEnough(box)).toBe(true)
})

test('a finger means the upper of two boxes, and its corner changes the size', () => {
  const boxes = [between({ x: 0, y: 0 }, { x: 0.6, y: 0.6 }), between({ x: 0.4, y: 0.4 }, { x: 0.8, y: 0.8 })]
  expect(markAt(boxes, { x: 0.5, y: 0.5 })).toBe(1)
  expect(markAt(boxes, { x: 0.1, y: 0.1 })).toBe(0)
  expect(markAt(boxes, { x: 0.9, y: 0.9 })).toBe(-1)
  expect(atCorner(boxes[1] ?? freshMark(), { x: 0.82, y: 0.78 })).toBe(true)
  expect(atCorner(boxes[1] ?? freshMark(), { x: 0.6, y: 0.6 })).toBe(false)
})

test('a photo has arrived only when what was marked in it is hidden', async () => {
  remember('me', ME)
  const files = { readFile: ({ success }: { success: (found: { data: ArrayBuffer }) => void }) => success({ data: new ArrayBuffer(4) }) }
  Object.assign(uni, { getFileSystemManager: () => files })
  service(({ url }) => {
    if (url.endsWith('/blur')) return 'lost'
    return { status: 200, body: { file_id: 'f1', upload: { method: 'PUT', url: '/store/f1', headers: {} } } }
  })
  const { sendPhoto } = await import('@/stores/photos')
  const photo = { kept: 'tmp/a.jpg', key: 'a'.repeat(28), marks: [freshMark()], at: Date.now() }
  await expect(sendPhoto(photo)).rejects.toMatchObject({ passing: true })
  service(() => ({ status: 200, body: { file_id: 'f1', upload: { method: 'PUT', url: '/store/f1', headers: {} } } }))
  expect(await sendPhoto(photo)).toBe('f1')
  expect(asked.at(-1)?.data).toEqual({ regions: [freshMark()] })
})
