import type { BuilderPromise, Defect, DefectRow } from '@/services/types'
import type { Tone } from './contract'
import { latest } from './dates'

const TONES: Record<string, Tone> = { repaired: 'call', disputed: 'bad', rejected: 'bad', confirmed: 'good', withdrawn: 'stop', closed: 'stop' }

export function defectTone(state: string): Tone {
  return TONES[state] ?? 'wait'
}

const ENDED = ['confirmed', 'withdrawn', 'closed']

/** A home's defects as its people read them: what waits for their word, what is under way, what is over. */
export function defectGroups(rows: DefectRow[]): { title: string; rows: DefectRow[] }[] {
  const mine = (row: DefectRow): boolean => row.state === 'repaired'
  const over = (row: DefectRow): boolean => ENDED.includes(row.state)
  const groups = [
    { title: '等您确认', rows: rows.filter(mine) },
    { title: '正在办', rows: rows.filter((row) => !mine(row) && !over(row)) },
    { title: '办完了', rows: rows.filter(over) },
  ]
  return groups.filter((group) => group.rows.length > 0)
}

const NEXT: Record<string, string> = {
  reported: '等建设单位受理，到期不理会自动往上报',
  disputed: '建设单位有不同意见，监管部门来断',
  accepted: '已经受理，等维修人员跟您约时间',
  appointed: '约好了上门，请留人在家。时间不合适请联系改约',
  visited: '已经上门看过，等维修',
  repaired: '说修好了。去看看，修没修好您说了算',
  rejected: '您说没修好，要重修，监管部门也知道了',
  withdrawn: '您已撤回。还要修可以再报',
  closed: '监管部门已结案，理由写在下面。不同意可向上一级反映',
}

/** What the household may expect next, in the second person. */
export function defectNext(defect: Defect): string {
  if (defect.row.state !== 'confirmed') return NEXT[defect.row.state] ?? ''
  return defect.reopen_until && defect.actions.includes('reopen') ? `您说修好了。${latest(defect.reopen_until)}又坏了还能重新打开` : '您说修好了，这件办完'
}

/** Why the builder won't repair it: what was written with the latest objection. */
export function disputeWords(defect: Defect): string {
  const said = [...defect.log].reverse().find((step) => step.label.includes('异议'))
  return said?.text || '没有写理由'
}

const STAR_WORDS = ['', '很差', '不太好', '一般', '满意', '很满意']

export const STARS = [5, 4, 3, 2, 1].map((stars) => ({ value: String(stars), label: `${'★'.repeat(stars)} ${STAR_WORDS[stars]}` }))

export function starWords(stars: number): string {
  return `${'★'.repeat(stars)} ${STAR_WORDS[stars] ?? ''}`
}

/** Under the way to the list: how many are open; before any, what the list is for. */
export function defectsCounted(rows: DefectRow[]): string {
  if (rows.length === 0) return '还没有报修'
  const open = rows.filter((row) => !ENDED.includes(row.state)).length
  return open > 0 ? `${open} 件正在办` : '都办完了'
}

/** Which of a home's defects may join an issue: open, of the same kind, in none yet. */
export function joinable(rows: DefectRow[], category: string): DefectRow[] {
  return rows.filter((row) => row.category === category && !row.issue_id && !ENDED.includes(row.state))
}

const FEW = 5

/** What must be known before the numbers are read. */
export function promiseNote(promise: BuilderPromise): string {
  if (promise.cases === 0) return '还没有人报修，没有数字'
  return promise.cases < FEW ? `一共只有 ${promise.cases} 件报修，太少，还看不出好坏` : ''
}

interface PromiseLine {
  name: string
  number: string
  of: string
}

/** Each rate with the number of cases behind it; what has no case is left out. */
export function promiseLines(promise: BuilderPromise): PromiseLine[] {
  const of = (cases: number): string => `${cases} 件，一共 ${promise.cases} 件`
  const lines: [number | null, PromiseLine][] = [
    [promise.answered_percent, { name: '受理了', number: `${promise.answered_percent}%`, of: of(promise.answered) }],
    [promise.answer_hours, { name: '平均多久受理', number: `${promise.answer_hours} 小时`, of: `按受理的 ${promise.answered} 件算` }],
    [promise.fixed_percent, { name: '住户确认修好', number: `${promise.fixed_percent}%`, of: of(promise.fixed) }],
    [promise.fix_days, { name: '平均多久修好', number: `${promise.fix_days} 天`, of: `按修好的 ${promise.fixed} 件算` }],
    [promise.again_percent, { name: '没修好、又坏了', number: `${promise.again_percent}%`, of: of(promise.again) }],
    [promise.stars, { name: '住户评分', number: `${promise.stars} 颗星（满分 5）`, of: `${promise.rated} 家评了` }],
  ]
  return lines.filter(([known]) => known !== null).map(([, line]) => line)
}
