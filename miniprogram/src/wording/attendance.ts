import type { DayRow, DayState } from '@/services/types'
import type { Tone } from './contract'

const TONES: Record<DayState, Tone> = { open: 'wait', questioned: 'call', claimed: 'wait', settled: 'good', none: 'stop' }

export function dayTone(state: DayState): Tone {
  return TONES[state] ?? 'wait'
}

const HALVES = ['没上工', '半天', '一天']

export function halvesLabel(halves: number): string {
  return HALVES[halves] ?? ''
}

/** Minutes of overtime: 90 reads 1.5小时. */
export function hoursLabel(minutes: number): string {
  return `${minutes / 60}小时`
}

/** Half days with their overtime, as the service words them. */
export function workedLabel(halves: number, overtime: number): string {
  return overtime > 0 ? `${halvesLabel(halves)}，加班${hoursLabel(overtime)}` : halvesLabel(halves)
}

/** Half days as days: 3 reads 1天半. */
export function daysOf(halves: number): string {
  const whole = Math.floor(halves / 2)
  if (halves % 2 === 0) return `${whole}天`
  return whole > 0 ? `${whole}天半` : '半天'
}

const SQUARES: Record<DayState, string> = { questioned: '？', claimed: '核', open: '…', none: '－', settled: '' }
const SETTLED = ['零', '半', '全']

/** What stands in a square of the calendar: one character, so that it fits in large type, and never colour alone; a plus follows a day with overtime. */
export function square(row: DayRow | undefined): string {
  if (!row) return ''
  return SQUARES[row.state] || `${SETTLED[row.halves] ?? ''}${row.overtime_minutes > 0 ? '+' : ''}`
}

/** 2026-11 and its neighbours. */
export function shiftMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const moved = new Date(Date.UTC(year, number - 1 + by, 1))
  return moved.toISOString().slice(0, 7)
}

export function longMonth(month: string): string {
  const [year, number] = month.split('-')
  return `${year}年${Number(number)}月`
}

/** The squares of a month, from Monday; null stands before the first and after the last day. */
export function weeksOf(month: string): (string | null)[][] {
  const first = new Date(`${month}-01T00:00:00Z`)
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  const lead = (first.getUTCDay() + 6) % 7
  const squares: (string | null)[] = Array.from({ length: lead }, () => null)
  for (let day = 1; day <= last; day++) squares.push(`${month}-${String(day).padStart(2, '0')}`)
  while (squares.length % 7 > 0) squares.push(null)
  return Array.from({ length: squares.length / 7 }, (_, week) => squares.slice(week * 7, week * 7 + 7))
}
