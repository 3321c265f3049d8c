import type { Me, PolicyClause, PolicyFact, PolicyMatch, PolicyRow, PolicyUsed } from '@/services/types'
import type { Tone } from './contract'
import { longDate } from './dates'

export interface Firm {
  id: string
  name: string
}

const ACTING = ['enterprise_admin', 'operator']

/** The enterprises for which a person acts; each once. */
export function actingFor(me: Me | null): Firm[] {
  const found = (me?.roles ?? [])
    .filter((role) => ACTING.includes(role.role) && role.scope.startsWith('org:'))
    .map((role): [string, Firm] => [role.scope, { id: role.scope.slice(4), name: role.scope_label }])
  return [...new Map(found).values()]
}

export const WINDOWS = [
  { value: '', label: '全部' },
  { value: 'open', label: '正在受理' },
  { value: 'soon', label: '还没开始' },
]

const WINDOW_TONES: Record<string, Tone> = { open: 'good', soon: 'wait', closed: 'stop' }

export function windowTone(window: string): Tone {
  return WINDOW_TONES[window] ?? 'stop'
}

const ANSWER_TONES: Record<string, Tone> = { yes: 'good', no: 'bad', unknown: 'wait' }

export function answerTone(answer: string): Tone {
  return ANSWER_TONES[answer] ?? 'wait'
}

/** When claims are taken, in one line. */
export function windowWords(row: Pick<PolicyRow, 'window' | 'opens_on' | 'closes_on'>): string {
  if (row.window === 'soon') return `${longDate(row.opens_on)}开始`
  if (!row.closes_on) return '长期有效'
  return row.window === 'open' ? `到${longDate(row.closes_on)}截止` : `${longDate(row.closes_on)}已截止`
}

/** The policies on the page that stand in a window. */
export function inWindow(rows: PolicyRow[], window: string): PolicyRow[] {
  return window ? rows.filter((row) => row.window === window) : rows
}

/** The tags that occur, the most frequent first. */
export function tagsOf(rows: PolicyRow[], most = 8): string[] {
  const counts = new Map<string, number>()
  for (const tag of rows.flatMap((row) => row.tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts.entries()]
    .sort(([one, many], [other, few]) => few - many || one.localeCompare(other))
    .slice(0, most)
    .map(([tag]) => tag)
}

/** `行业:软件` is read as 软件. */
export function tagWords(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1)
}

export interface Matched {
  met: PolicyMatch[]
  unsure: PolicyMatch[]
}

export function grouped(rows: PolicyMatch[]): Matched {
  return { met: rows.filter((row) => row.answer === 'yes'), unsure: rows.filter((row) => row.answer !== 'yes') }
}

/** One sentence about the whole: how many, and what to do. */
export function matchedWords({ met, unsure }: Matched): string {
  if (met.length === 0) return unsure.length > 0 ? `还有 ${unsure.length} 项缺数据，暂时不能判断` : '现在没有符合的政策'
  return unsure.length > 0 ? `符合 ${met.length} 项，还有 ${unsure.length} 项缺数据` : `符合 ${met.length} 项`
}

/** Why a fact counts or not, and who answers for it. */
export function usedWords(fact: PolicyUsed): string {
  if (!fact.known) return fact.valid_until ? `有效期到${longDate(fact.valid_until)}，已过` : '还没有这项数据'
  return fact.words
}

export function sourceWords(fact: PolicyUsed): string {
  return fact.stated_on ? `${fact.department_label}，${longDate(fact.stated_on)}的数据` : `由${fact.department_label}提供`
}

export function clauseLine(clause: PolicyClause): string {
  return [`${clause.words}，${clause.answer_label}`, clause.change].filter(Boolean).join('。')
}

/** Facts whose name or department begins or goes on with what was typed. */
export function factsNamed(facts: PolicyFact[], typed: string): PolicyFact[] {
  const wanted = typed.trim()
  return wanted ? facts.filter((fact) => fact.name.includes(wanted) || fact.department_label.includes(wanted)) : facts
}

/** Those that wait for an answer first, then by department. */
export function factsInOrder(facts: PolicyFact[]): PolicyFact[] {
  const order = (fact: PolicyFact): string => `${fact.disputed_at ? 0 : 1}${fact.department_label}${fact.name}`
  return [...facts].sort((one, other) => order(one).localeCompare(order(other), 'zh'))
}

export interface MonthChoice {
  value: string
  label: string
}

/** This month and those that follow. */
export function monthsFrom(today: Date, count = 6): MonthChoice[] {
  return Array.from({ length: count }, (_, step) => {
    const day = new Date(today.getFullYear(), today.getMonth() + step, 1)
    const month = String(day.getMonth() + 1).padStart(2, '0')
    return { value: `${day.getFullYear()}-${month}`, label: `${day.getFullYear()}年${day.getMonth() + 1}月` }
  })
}

const MODES: Record<string, string> = {
  automatic: '不用申请，符合就发',
  at_once: '在网上申请，当场判断',
  promised: '先承诺，材料后补',
  ordinary: '申请后由部门审核',
}

/** What a mode asks of the enterprise. */
export function modeWords(mode: string): string {
  return MODES[mode] ?? ''
}
