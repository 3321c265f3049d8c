/** SHA-256 (FIPS 180-4) of bytes as hex: mini-program hosts have no crypto of their own, and a browser only on https. */
const K = constants()

export function sha256(bytes: Uint8Array): string {
  const hash = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19]
  const data = padded(bytes)
  const words = new Uint32Array(64)
  for (let at = 0; at < data.byteLength; at += 64) block(hash, data, at, words)
  return hash.map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('')
}

function block(hash: number[], data: DataView, at: number, w: Uint32Array): void {
  for (let i = 0; i < 16; i++) w[i] = data.getUint32(at + i * 4)
  for (let i = 16; i < 64; i++) {
    const early = word(w, i - 15)
    const late = word(w, i - 2)
    const s0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
    const s1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
    w[i] = word(w, i - 16) + s0 + word(w, i - 7) + s1
  }
  let [a, b, c, d, e, f, g, h] = hash as [number, number, number, number, number, number, number, number]
  for (let i = 0; i < 64; i++) {
    const t1 = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + word(K, i) + word(w, i)) | 0
    const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0]
  }
  const round = [a, b, c, d, e, f, g, h]
  round.forEach((part, i) => (hash[i] = (word(hash, i) + part) | 0))
}

const word = (words: ArrayLike<number>, at: number): number => words[at] ?? 0
const turn = (bits: number, by: number): number => (bits >>> by) | (bits << (32 - by))

/** A one, zeros and the length in bits, to whole blocks of 64 bytes. */
function padded(bytes: Uint8Array): DataView {
  const size = Math.ceil((bytes.length + 9) / 64) * 64
  const whole = new Uint8Array(size)
  whole.set(bytes)
  whole[bytes.length] = 0x80
  const view = new DataView(whole.buffer)
  view.setUint32(size - 8, Math.floor(bytes.length / 0x20000000))
  view.setUint32(size - 4, (bytes.length << 3) >>> 0)
  return view
}

/** The fractions of the cube roots of the first 64 primes. */
function constants(): number[] {
  const found: number[] = []
  for (let n = 2; found.length < 64; n++) {
    if (isPrime(n)) found.push((Math.cbrt(n) % 1) * 0x100000000 | 0)
  }
  return found
}

function isPrime(n: number): boolean {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false
  return true
}
