import { toGcj, type Point } from './gcj'
import { inBrowser } from './host'

/** Where something is: degrees as the maps of China draw them (GCJ-02), in millionths. */
export interface Spot {
  name: string
  address: string
  latitude_e6: number
  longitude_e6: number
}

const DEGREE = 1_000_000

/** Why the phone does not say where it is: the person said no, or it does not know. */
export class NoPlace extends Error {
  constructor(readonly refused: boolean) {
    super('no place')
  }
}

const SECONDS = 10

/** Where this phone is, as China's maps draw it. The host asks the person first. Throws NoPlace. */
export function whereAmI(): Promise<Point> {
  return inBrowser ? placeOfBrowser() : placeOfHost()
}

function placeOfBrowser(): Promise<Point> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) return reject(new NoPlace(false))
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(toGcj(coords)),
      (fault) => reject(new NoPlace(fault.code === fault.PERMISSION_DENIED)),
      { timeout: SECONDS * 1000, maximumAge: 60_000 },
    )
  })
}

function placeOfHost(): Promise<Point> {
  return new Promise((resolve, reject) => {
    uni.getLocation({
      type: 'gcj02',
      success: ({ latitude, longitude }) => resolve({ latitude, longitude }),
      fail: (fault: { errMsg?: string }) => reject(new NoPlace(/auth|deny/.test(fault.errMsg ?? ''))),
    })
  })
}

/** Shows a place on a map from which one is led there: the host's own, or AMap's page, which opens its app. */
export function leadTo(spot: Spot): void {
  const latitude = spot.latitude_e6 / DEGREE
  const longitude = spot.longitude_e6 / DEGREE
  if (inBrowser) window.open(mapPage(spot.name, latitude, longitude), '_blank', 'noopener')
  else uni.openLocation({ latitude, longitude, name: spot.name, address: spot.address, fail: () => undefined })
}

/** AMap's URI API: a marker; `callnative` opens the app where there is one. */
function mapPage(name: string, latitude: number, longitude: number): string {
  const asked = { position: `${longitude},${latitude}`, name, coordinate: 'gaode', callnative: '1' }
  return `https://uri.amap.com/marker?${Object.entries(asked).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')}`
}
