import type { Handwriting, Point, Stroke } from '@/services/types'

/** Points nearer than this to the last one say nothing new about the line. */
const NEAR = 1.5
/** A name has more ink than a dot or a slip of the finger; the service checks again. */
const LEAST_LENGTH = 110
const LEAST_WIDTH = 36
const LEAST_HEIGHT = 16
/** More points than any name needs; keeps the body small. */
const MOST_POINTS = 4000

export function addPoint(stroke: Stroke, point: Point): boolean {
  const last = stroke[stroke.length - 1]
  if (last && distance(last, point) < NEAR) return false
  stroke.push(point)
  return true
}

export function hasRoom(strokes: Stroke[]): boolean {
  return strokes.reduce((count, stroke) => count + stroke.length, 0) < MOST_POINTS
}

export function enoughInk({ strokes }: Handwriting): boolean {
  const points = strokes.flat()
  if (points.length < 8) return false
  const length = strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0)
  return length >= LEAST_LENGTH && span(points, 0) >= LEAST_WIDTH && span(points, 1) >= LEAST_HEIGHT
}

/** The same writing on a surface of another size: one scale for both axes, in the middle. */
export function fitTo(writing: Handwriting, width: number, height: number): Handwriting {
  if (writing.width === width && writing.height === height) return writing
  if (writing.width === 0 || writing.height === 0) return { strokes: [], width, height }
  const scale = Math.min(width / writing.width, height / writing.height)
  const left = (width - writing.width * scale) / 2
  const top = (height - writing.height * scale) / 2
  const move = ([x, y, t, p]: Point): Point => [tenth(x * scale + left), tenth(y * scale + top), t, p]
  return { strokes: writing.strokes.map((stroke) => stroke.map(move)), width, height }
}

/** Draws one stroke as a smooth line through the middles of its points. */
export function drawStroke(pen: CanvasRenderingContext2D, stroke: Stroke, place: (point: Point) => [number, number]): void {
  const [first, ...rest] = stroke
  if (!first) return
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.strokeStyle = '#101828'
  let from = place(first)
  pen.lineWidth = 4
  pen.beginPath()
  pen.moveTo(...from)
  if (rest.length === 0) pen.lineTo(from[0] + 0.1, from[1])
  let last = from
  for (const point of rest) {
    const here = place(point)
    from = [(last[0] + here[0]) / 2, (last[1] + here[1]) / 2]
    pen.quadraticCurveTo(...last, ...from)
    last = here
  }
  pen.lineTo(...last)
  pen.stroke()
}

export const tenth = (number: number): number => Math.round(number * 10) / 10

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

function lengthOf(stroke: Stroke): number {
  return stroke.slice(1).reduce((sum, point, index) => sum + distance(stroke[index] as Point, point), 0)
}

function span(points: Stroke, axis: 0 | 1): number {
  const along = points.map((point) => point[axis])
  return Math.max(...along) - Math.min(...along)
}
