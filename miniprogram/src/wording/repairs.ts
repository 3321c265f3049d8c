import type { Defect, Me, RepairRow } from '@/services/types'

export interface Unit {
  id: string
  name: string
}

const REPAIRING = ['enterprise_admin', 'operator', 'project_manager']

/** The enterprises for which a person may repair; each once. */
export function repairUnits(me: Me | null): Unit[] {
  const found = (me?.roles ?? [])
    .filter((role) => REPAIRING.includes(role.role) && role.scope.startsWith('org:'))
    .map((role): [string, Unit] => [role.scope, { id: role.scope.slice(4), name: role.scope_label }])
  return [...new Map(found).values()]
}

/** What is late first, then what is due soonest; what has no clock comes last. */
export function byDue(rows: RepairRow[]): RepairRow[] {
  const order = (row: RepairRow): string => `${row.overdue ? 0 : 1}${row.due_at ?? '9999'}`
  return [...rows].sort((one, other) => order(one).localeCompare(order(other)))
}

export function lateCount(rows: RepairRow[]): number {
  return rows.filter((row) => row.overdue).length
}

const NEXT: Record<string, string> = {
  accepted: '先跟住户约上门时间',
  appointed: '按约好的时间上门',
  visited: '看过了，抓紧修。修好拍照登记',
  repaired: '等住户确认。修没修好住户说了算',
  rejected: '住户说没修好，请重修',
  confirmed: '住户确认修好，这件办完',
}

/** What whoever repairs has to do next. */
export function repairNext(state: string): string {
  return NEXT[state] ?? '现在不用您办'
}

/** The pictures of the visit; they are the "before" of the repair unless others are taken. */
export function seenBefore(defect: Defect): string {
  return defect.found.length > 0 ? `上门时拍了 ${defect.found.length} 张，算修之前的照片` : '上门时没有拍照，请补修之前的照片'
}

/** A day and a time of China, as the service takes them. */
export function momentOf(day: string, time: string): string {
  return `${day}T${time}:00+08:00`
}

/** Whether a moment lies ahead and not further than the service allows. */
export function mayVisitAt(moment: string, now = new Date()): boolean {
  const ahead = Date.parse(moment) - now.getTime()
  return ahead > 0 && ahead <= 60 * 24 * 3600 * 1000
}
