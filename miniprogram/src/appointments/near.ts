import type { Point } from '@/platform/gcj'
import type { HallNearby } from '@/services/types'

const LETTERS = '0123456789bcdefghjkmnpqrstuvwxyz'
const CELL = 6
const EARTH_METRES = 6_371_000
const DEGREE = 1_000_000
const radians = (degrees: number): number => (degrees / 180) * Math.PI

/** The square of the map (geohash of six letters, about 1.2 by 0.6 km) in which a point lies: all that leaves the phone. */
export function cellOf({ latitude, longitude }: Point): string {
  const east = { value: longitude, low: -180, high: 180 }
  const north = { value: latitude, low: -90, high: 90 }
  let cell = ''
  for (let letter = 0; letter < CELL; letter += 1) {
    let number = 0
    for (let bit = 0; bit < 5; bit += 1) {
      const span = (letter * 5 + bit) % 2 === 0 ? east : north
      const middle = (span.low + span.high) / 2
      const upper = span.value >= middle
      if (upper) span.low = middle
      else span.high = middle
      number = number * 2 + Number(upper)
    }
    cell += LETTERS[number]
  }
  return cell
}

export function metresBetween(one: Point, other: Point): number {
  const north = radians(other.latitude - one.latitude)
  const east = radians(other.longitude - one.longitude)
  const half = Math.sin(north / 2) ** 2 + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(east / 2) ** 2
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(half))
}

/** A hall with how far it is from somebody, as the crow flies. */
export interface Near {
  hall: HallNearby
  metres: number
}

export function spotOf(hall: { latitude_e6: number; longitude_e6: number }): Point {
  return { latitude: hall.latitude_e6 / DEGREE, longitude: hall.longitude_e6 / DEGREE }
}

/** The nearest first. */
export function byDistance(halls: HallNearby[], me: Point): Near[] {
  return halls.map((hall) => ({ hall, metres: metresBetween(me, spotOf(hall)) })).sort((one, other) => one.metres - other.metres)
}

// Roads are longer than the crow's way by about a third, and an older person walks some 70 metres a minute (our own figures).
const DETOUR = 1.3
const WALKED_A_MINUTE = 70
const WALKABLE = 2_500

/** 约 800 米，步行约 15 分钟 */
export function distanceWords(metres: number): string {
  if (metres < 100) return '就在旁边'
  const shown = metres < 950 ? `${Math.round(metres / 50) * 50} 米` : `${(metres / 1000).toFixed(1).replace('.0', '')} 公里`
  const minutes = Math.round((metres * DETOUR) / WALKED_A_MINUTE)
  return metres <= WALKABLE ? `约 ${shown}，步行约 ${minutes} 分钟` : `约 ${shown}`
}

/** A plan with north above: where each hall stands on it, from 0 to 1 of its breadth and height; the middle is the person. */
export interface Plan {
  marks: { near: Near; x: number; y: number }[]
  /** The bar of the scale: its words, and its length as a part of the breadth. */
  bar: { words: string; part: number }
}

const LEAST_REACH = 300
const MARGIN = 1.2

export function planOf(halls: Near[], me: Point): Plan {
  const offsets = halls.map((near) => ({ near, ...offset(me, spotOf(near.hall)) }))
  const reach = MARGIN * Math.max(LEAST_REACH, ...offsets.flatMap(({ east, north }) => [Math.abs(east), Math.abs(north)]))
  const bar = roundLength(reach / 2)
  return {
    marks: offsets.map(({ near, east, north }) => ({ near, x: 0.5 + east / reach / 2, y: 0.5 - north / reach / 2 })),
    bar: { words: bar < 1000 ? `${bar} 米` : `${bar / 1000} 公里`, part: bar / reach / 2 },
  }
}

function offset(me: Point, there: Point): { east: number; north: number } {
  const north = radians(there.latitude - me.latitude) * EARTH_METRES
  return { north, east: radians(there.longitude - me.longitude) * EARTH_METRES * Math.cos(radians(me.latitude)) }
}

/** The longest of 1, 2, 5, 10, 20, 50 ... metres that is no longer than this. */
function roundLength(metres: number): number {
  const ten = 10 ** Math.floor(Math.log10(metres))
  return [5, 2, 1].map((times) => times * ten).find((length) => length <= metres) ?? ten
}
