import { inBrowser } from './host'

/** Where something is: degrees as the maps of China draw them (GCJ-02), in millionths. */
export interface Spot {
  name: string
  address: string
  latitude_e6: number
  longitude_e6: number
}

const DEGREE = 1_000_000

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
