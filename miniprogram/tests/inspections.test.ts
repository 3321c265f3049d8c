import './host'
import { describe, expect, it } from 'vitest'
import type { InspectedSheet, PointFound } from '@/services/types'
import { counted, lacks, verdictOf, type Finding } from '@/wording/inspections'
import { choose, keptSheet, queue, record, takeSheet } from '@/stores/sheets'

const point = (measurements = 0): PointFound =>
  ({ point: 'height@客厅', room: '客厅', item: '室内净高', measurements, tolerance: 20, spread: 20, verdict: null, design: 0, values: [], deviation: null, note: '', photos: [], pin: null, revision: 0 }) as unknown as PointFound
const finding = (differs: Partial<Finding> = {}): Finding => ({ verdict: null, design: 0, values: [], note: '', photos: [], pin: null, seen: 0, ...differs })

describe('a measured point', () => {
  it.each([
    [[2800, 2820, 2800, 2800, 2800], 'pass'],
    [[2800, 2821, 2801, 2801, 2801], 'fail'],
    [[2790, 2811, 2800, 2800, 2800], 'fail'],
  ])('%j is a %s by deviation and spread', (values, verdict) => {
    expect(counted(point(5), finding({ design: 2800, values }))?.verdict).toBe(verdict)
  })

  it('counts nothing until all its values are there', () => {
    expect(verdictOf(point(5), finding({ design: 2800, values: [2800, 2800, 2800, 2800] }))).toBeNull()
  })
})

describe('what did not pass', () => {
  it('needs words or a photo, be it one that has not arrived', () => {
    expect(lacks(point(), finding({ verdict: 'fail' }), 0)).toBe(true)
    expect(lacks(point(), finding({ verdict: 'none' }), 1)).toBe(false)
    expect(lacks(point(), finding({ verdict: 'pass' }), 0)).toBe(false)
  })
})

describe('a sheet on the phone', () => {
  const sheet = { id: 'k1', items: [point()] } as unknown as InspectedSheet

  it('keeps what was found when the sheet is read anew', () => {
    takeSheet(sheet)
    record('k1', 'height@客厅', finding({ verdict: 'pass' }))
    takeSheet({ ...sheet, version: 9 } as InspectedSheet)
    expect(queue('k1')).toEqual({ waiting: 1, conflicts: 0 })
    expect(keptSheet('k1')?.waiting['height@客厅']?.verdict).toBe('pass')
  })

  it('lets nobody choose where nothing is in conflict', () => {
    takeSheet(sheet)
    record('k1', 'height@客厅', finding({ verdict: 'pass' }))
    choose('k1', 'height@客厅', false)
    expect(queue('k1').waiting).toBe(1)
  })
})
