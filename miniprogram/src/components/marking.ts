import type { Mark } from '@/services/types'

/** Where something is in a picture, from 0 to 1, from its upper left corner. */
export interface Spot {
  x: number
  y: number
}

/** As many as the service takes for one picture. */
export const MOST_MARKS = 20
/** A smaller box is a tap that slipped. */
const LEAST = 0.03
const STEP = 0.04
/** How near to its lower right corner a touch means the corner. */
const CORNER = 0.06

const part = (number: number, most: number): number => Math.round(Math.min(most, Math.max(0, number)) * 1000) / 1000

/** The box between two corners, however it was drawn; what lies outside the picture is cut off. */
export function between(from: Spot, to: Spot): Mark {
  const [left, right] = [part(Math.min(from.x, to.x), 1), part(Math.max(from.x, to.x), 1)]
  const [top, bottom] = [part(Math.min(from.y, to.y), 1), part(Math.max(from.y, to.y), 1)]
  return { x: left, y: top, width: part(right - left, 1), height: part(bottom - top, 1) }
}

export function largeEnough(mark: Mark): boolean {
  return mark.width >= LEAST && mark.height >= LEAST
}

/** In the middle, of a face's size: for whoever doesn't draw. */
export function freshMark(): Mark {
  return { x: 0.36, y: 0.4, width: 0.28, height: 0.2 }
}

/** Shifted, never out of the picture. */
export function shifted(mark: Mark, across: number, down: number): Mark {
  return { ...mark, x: part(mark.x + across, 1 - mark.width), y: part(mark.y + down, 1 - mark.height) }
}

/** One step larger (1) or smaller (-1) on all sides, as far as the picture goes. */
export function grown(mark: Mark, steps: 1 | -1): Mark {
  const by = (STEP / 2) * steps
  const after = between({ x: mark.x - by, y: mark.y - by }, { x: mark.x + mark.width + by, y: mark.y + mark.height + by })
  const crossed = mark.width + 2 * by < LEAST || mark.height + 2 * by < LEAST
  return crossed ? mark : after
}

export function stepped(mark: Mark, way: 'left' | 'right' | 'up' | 'down'): Mark {
  const across = { left: -STEP, right: STEP, up: 0, down: 0 }[way]
  const down = { left: 0, right: 0, up: -STEP, down: STEP }[way]
  return shifted(mark, across, down)
}

/** Which box a finger means: the last drawn of those under it, -1 for none. */
export function markAt(marks: Mark[], { x, y }: Spot): number {
  const over = (one: Mark): boolean => x >= one.x && x <= one.x + one.width && y >= one.y && y <= one.y + one.height
  return marks.reduce((found, one, place) => (over(one) ? place : found), -1)
}

/** Whether a touch means the corner that changes a box's size. */
export function atCorner(mark: Mark, { x, y }: Spot): boolean {
  return Math.abs(x - mark.x - mark.width) <= CORNER && Math.abs(y - mark.y - mark.height) <= CORNER
}
