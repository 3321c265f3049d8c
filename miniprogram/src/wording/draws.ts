import { sha256 } from '@/services/sha256'
import type { ClaimDraw } from '@/services/types'

const BLOCK = 64
const SHARE_PERCENT = 5
const LEAST = 3

/** More than this many claims are not read on a phone: the way to draw them again is published. */
export const MOST_REDRAWN = 2000

const RESULTS = {
  same: '对得上：按公布的种子再抽一遍，抽中的一件不差',
  seed: '对不上：公布的种子和月初的指纹不一样',
  list: '对不上：当月拨付的名单和公布的不一样',
  sample: '对不上：再抽一遍，抽中的不一样',
}

/** Draws a month again from what was published (docs/data/claims.md) and says whether it comes out the same. */
export function drawnAgain(draw: ClaimDraw, claims: string[]): string {
  const seed = fromHex(draw.seed)
  if (sha256(seed) !== draw.commitment) return RESULTS.seed
  if (sha256(ascii([...claims].sort().join('\n'))) !== draw.digest) return RESULTS.list
  const wanted = Math.min(claims.length, Math.max(LEAST, Math.ceil((claims.length * SHARE_PERCENT) / 100)))
  const places = claims.map((id) => [hmac(seed, ascii(id)), id] as const).sort(([a], [b]) => (a < b ? -1 : 1))
  const drawn = places.slice(0, wanted).map(([, id]) => id)
  return drawn.join() === draw.sampled.join() ? RESULTS.same : RESULTS.sample
}

/** 2026-12 is 2026年12月. */
export function monthWords(period: string): string {
  const [year, month] = period.split('-')
  return `${year}年${Number(month)}月`
}

/** How far a month's draw has come. */
export function drawStands(draw: ClaimDraw): string {
  if (!draw.revealed_at) return '种子还没公布，谁也不知道会抽中谁'
  return draw.population > 0 ? `拨付了 ${draw.population} 件，抽中 ${draw.sampled.length} 件` : '这个月没有拨付，没有抽'
}

/** HMAC-SHA256 (RFC 2104) of a key of at most one block, as hex. */
function hmac(key: Uint8Array, message: Uint8Array): string {
  const inner = fromHex(sha256(joined(padded(key, 0x36), message)))
  return sha256(joined(padded(key, 0x5c), inner))
}

function padded(key: Uint8Array, mask: number): Uint8Array {
  return Uint8Array.from({ length: BLOCK }, (_, at) => (key[at] ?? 0) ^ mask)
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length)
  whole.set(first)
  whole.set(second, first.length)
  return whole
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const fromHex = (text: string): Uint8Array => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16))
