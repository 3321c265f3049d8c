import type { InspectedSheet, PointFound, Verdict } from '@/services/types'
import type { Tone } from './contract'

/** What a person found at one point; `seen` is the revision that the phone knew when it was first changed. */
export interface Finding {
  verdict: Verdict | null
  design: number
  values: number[]
  note: string
  photos: string[]
  pin: number[] | null
  seen: number
}

export interface Counted {
  deviation: number
  spread: number
  verdict: 'pass' | 'fail'
}

export const VERDICTS: { value: Verdict; label: string }[] = [
  { value: 'pass', label: '合格' },
  { value: 'fail', label: '不合格' },
  { value: 'none', label: '不适用' },
]

/** Of a measured point with all its values: as the service's own rule counts it, so that it shows without a network. */
export function counted(point: PointFound, finding: Finding): Counted | null {
  const { design, values } = finding
  if (point.measurements === 0 || !design || values.length < point.measurements || values.some((one) => !one)) return null
  const deviation = values.map((one) => one - design).reduce((far, one) => (Math.abs(one) > Math.abs(far) ? one : far))
  const spread = Math.max(...values) - Math.min(...values)
  return { deviation, spread, verdict: Math.abs(deviation) <= point.tolerance && spread <= point.spread ? 'pass' : 'fail' }
}

/** As the measurements say, else as it was judged. */
export function verdictOf(point: PointFound, finding: Finding): Verdict | null {
  return counted(point, finding)?.verdict ?? finding.verdict
}

export function verdictLabel(verdict: Verdict | null): string {
  return VERDICTS.find((one) => one.value === verdict)?.label ?? '没查'
}

export function verdictTone(verdict: Verdict | null): Tone {
  return verdict === 'pass' ? 'good' : verdict === 'fail' ? 'bad' : verdict === 'none' ? 'stop' : 'wait'
}

/** What stands on the service, as a finding to begin from. */
export function foundThere(point: PointFound): Finding {
  const measured = point.deviation !== null
  return {
    verdict: measured ? null : point.verdict,
    design: point.design,
    values: point.values,
    note: point.note,
    photos: point.photos.map((one) => one.file_id),
    pin: point.pin,
    seen: point.revision,
  }
}

/** One finding in words, for a choice between two. */
export function findingWords(point: PointFound, finding: Finding): string[] {
  const sums = counted(point, finding)
  return [
    verdictLabel(verdictOf(point, finding)),
    sums ? `设计 ${finding.design} 毫米，实测 ${finding.values.join('、')}，偏差 ${signed(sums.deviation)}，极差 ${sums.spread}` : '',
    finding.note,
    finding.photos.length > 0 ? `照片 ${finding.photos.length} 张` : '',
  ].filter(Boolean)
}

export function signed(millimetres: number): string {
  return millimetres > 0 ? `+${millimetres}` : String(millimetres)
}

/** What is still needed before a point that did not pass can be handed in. */
export function lacks(point: PointFound, finding: Finding, coming: number): boolean {
  const verdict = verdictOf(point, finding)
  return (verdict === 'fail' || verdict === 'none') && !finding.note && finding.photos.length + coming === 0 && finding.values.length === 0
}

interface RoomProgress {
  room: string
  all: number
  done: number
  failed: number
}

/** How far each room is, in the order of the sheet. */
export function rooms(sheet: InspectedSheet, findings: (point: PointFound) => Finding): RoomProgress[] {
  const found = new Map<string, RoomProgress>()
  for (const point of sheet.items) {
    const room = found.get(point.room) ?? { room: point.room, all: 0, done: 0, failed: 0 }
    const verdict = verdictOf(point, findings(point))
    found.set(point.room, { ...room, all: room.all + 1, done: room.done + (verdict ? 1 : 0), failed: room.failed + (verdict === 'fail' ? 1 : 0) })
  }
  return [...found.values()]
}
