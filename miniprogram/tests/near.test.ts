import { describe, expect, test } from 'vitest'
import { byDistance, cellOf, distanceWords, metresBetween, planOf } from '@/appointments/near'
import { toGcj } from '@/platform/gcj'
import type { HallNearby } from '@/services/types'

const HERE = { latitude: 30.276, longitude: 120.13 }

function hall(id: string, north: number, east: number): HallNearby {
  const spot = { latitude_e6: Math.round((HERE.latitude + north) * 1e6), longitude_e6: Math.round((HERE.longitude + east) * 1e6) }
  return { id, name: id, region: '330106', address: '', phone: '', ...spot, now: { open: true, until: null, inside: 0 } }
}

describe('from WGS-84 to GCJ-02', () => {
  // The examples of eviltransform (github.com/googollee/eviltransform), in degrees.
  test.each([
    [31.1774276, 121.5272106, 31.17530398364597, 121.531541859215],
    [22.543847, 113.912316, 22.540796131694766, 113.9171764808363],
    [39.911954, 116.377817, 39.91334545536069, 116.38404722455657],
  ])('%f, %f', (latitude, longitude, north, east) => {
    const shifted = toGcj({ latitude, longitude })
    expect(shifted.latitude).toBeCloseTo(north, 6)
    expect(shifted.longitude).toBeCloseTo(east, 6)
  })

  test('nothing is shifted abroad', () => expect(toGcj({ latitude: 37.7749, longitude: -122.4194 })).toEqual({ latitude: 37.7749, longitude: -122.4194 }))
})

describe('how far it is', () => {
  test('the square of a point has the name that the service gives it', () => expect(cellOf(HERE)).toBe('wtmkjx'))

  test('a degree of latitude is about 111 kilometres', () => {
    expect(metresBetween(HERE, { ...HERE, latitude: HERE.latitude + 1 })).toBeCloseTo(111_195, -2)
  })

  test('the nearest comes first', () => {
    const found = byDistance([hall('far', 0.02, 0), hall('near', 0, 0.001)], HERE)
    expect(found.map((one) => one.hall.id)).toEqual(['near', 'far'])
  })

  test.each([
    [40, '就在旁边'],
    [812, '约 800 米，步行约 15 分钟'],
    [1_040, '约 1 公里，步行约 19 分钟'],
    [2_460, '约 2.5 公里，步行约 46 分钟'],
    [8_320, '约 8.3 公里'],
  ])('%i metres read %s', (metres, words) => expect(distanceWords(metres)).toBe(words))
})

describe('the plan', () => {
  test('north is above, east is right, and nothing stands beyond its edge', () => {
    const { marks } = planOf(byDistance([hall('north', 0.01, 0), hall('east', 0, 0.02)], HERE), HERE)
    const [north, east] = marks
    expect(north?.y).toBeLessThan(0.5)
    expect(north?.x).toBeCloseTo(0.5)
    expect(east?.x).toBeGreaterThan(0.5)
    for (const { x, y } of marks) expect(Math.min(x, y, 1 - x, 1 - y)).toBeGreaterThan(0)
  })

  test('the bar of the scale is as long as it says', () => {
    const far = hall('far', 0, 0.0104)
    const { bar, marks } = planOf(byDistance([far], HERE), HERE)
    expect(bar.words).toBe('500 米')
    const metres = metresBetween(HERE, { latitude: far.latitude_e6 / 1e6, longitude: far.longitude_e6 / 1e6 })
    expect(((marks[0]?.x ?? 0) - 0.5) / bar.part).toBeCloseTo(metres / 500, 2)
  })
})
