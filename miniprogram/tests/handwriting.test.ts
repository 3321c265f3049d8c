import { expect, test } from 'vitest'
import { addPoint, enoughInk, fitTo, hasRoom } from '@/components/handwriting'
import type { Handwriting, Stroke } from '@/services/types'

const line = (from: [number, number], to: [number, number], steps = 20): Stroke =>
  Array.from({ length: steps + 1 }, (_, step) => [
    from[0] + ((to[0] - from[0]) * step) / steps,
    from[1] + ((to[1] - from[1]) * step) / steps,
    step * 10,
    0.5,
  ])
const written = (...strokes: Stroke[]): Handwriting => ({ strokes, width: 320, height: 250 })

test('a dot, a slip of the finger and an empty pad are no signature', () => {
  expect(enoughInk(written())).toBe(false)
  expect(enoughInk(written([[10, 10, 0, 0.5]]))).toBe(false)
  expect(enoughInk(written(line([10, 10], [200, 12])))).toBe(false)
})

test('two crossing strokes of the size of a character are enough', () => {
  expect(enoughInk(written(line([50, 60], [150, 60]), line([100, 20], [100, 120])))).toBe(true)
})

test('points on the same spot are not kept', () => {
  const stroke: Stroke = [[10, 10, 0, 0.5]]
  expect(addPoint(stroke, [10.5, 10.5, 5, 0.5])).toBe(false)
  expect(addPoint(stroke, [14, 10, 9, 0.5])).toBe(true)
  expect(stroke).toHaveLength(2)
})

test('a scribble without end stops growing', () => {
  expect(hasRoom([line([0, 0], [9, 9], 3998)])).toBe(true)
  expect(hasRoom([line([0, 0], [9, 9], 4000)])).toBe(false)
})

test('turning the phone keeps the shape of what was written', () => {
  const turned = fitTo(written(line([0, 0], [320, 250])), 640, 400)
  const [first] = turned.strokes[0] ?? []
  const last = turned.strokes[0]?.at(-1)
  expect(turned).toMatchObject({ width: 640, height: 400 })
  expect(((last?.[0] ?? 0) - (first?.[0] ?? 0)) / ((last?.[1] ?? 0) - (first?.[1] ?? 0))).toBeCloseTo(320 / 250, 2)
  expect(last?.[1]).toBeLessThanOrEqual(400)
})
