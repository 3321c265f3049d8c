/** A point in degrees. */
export interface Point {
  latitude: number
  longitude: number
}

// Krasovsky's ellipsoid, on which the shift is worked out.
const AXIS = 6_378_245
const ECCENTRICITY2 = 0.006_693_421_622_965_943

/**
 * From WGS-84, as satellites and browsers say it, to GCJ-02, as the maps of China draw it: a shift of some hundred metres.
 * The rule is not published by its authority; this is the one that everybody uses, of the project eviltransform
 * (github.com/googollee/eviltransform, MIT), whose examples the tests repeat. Outside China nothing is shifted.
 */
export function toGcj({ latitude, longitude }: Point): Point {
  if (!inChina({ latitude, longitude })) return { latitude, longitude }
  const x = longitude - 105
  const y = latitude - 35
  const radians = (latitude / 180) * Math.PI
  const magic = 1 - ECCENTRICITY2 * Math.sin(radians) ** 2
  const north = (northward(x, y) * 180) / (((AXIS * (1 - ECCENTRICITY2)) / (magic * Math.sqrt(magic))) * Math.PI)
  const east = (eastward(x, y) * 180) / ((AXIS / Math.sqrt(magic)) * Math.cos(radians) * Math.PI)
  return { latitude: latitude + north, longitude: longitude + east }
}

function inChina({ latitude, longitude }: Point): boolean {
  return longitude >= 72.004 && longitude <= 137.8347 && latitude >= 0.8293 && latitude <= 55.8271
}

const wave = (value: number, ...parts: [number, number][]): number => parts.reduce((sum, [weight, pace]) => sum + weight * Math.sin(value * pace * Math.PI), 0) * (2 / 3)

function northward(x: number, y: number): number {
  const plane = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x))
  return plane + wave(x, [20, 6], [20, 2]) + wave(y, [20, 1], [40, 1 / 3]) + wave(y, [160, 1 / 12], [320, 1 / 30])
}

function eastward(x: number, y: number): number {
  const plane = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x))
  return plane + wave(x, [20, 6], [20, 2]) + wave(x, [20, 1], [40, 1 / 3]) + wave(x, [150, 1 / 12], [300, 1 / 30])
}
