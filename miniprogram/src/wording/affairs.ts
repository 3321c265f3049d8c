import type { Affair, AffairRow } from '@/services/types'
import { longDate } from './dates'

export const AFFAIR_KINDS = [
  { value: 'advice', label: '专家咨询' },
  { value: 'meeting', label: '会议' },
  { value: 'exchange', label: '人员交流' },
  { value: 'practice', label: '经验文章' },
  { value: 'seal', label: '互用印章' },
]

/** 西湖区 → 历下区、苏州市 */
export function zonesWords(row: AffairRow): string {
  return `${row.host_name} → ${row.guest_names.join('、')}`
}

/** 2026年11月20日到2026年12月20日; nothing where an affair has no days. */
export function termWords(row: AffairRow): string {
  if (!row.first) return ''
  return row.last ? `${longDate(row.first)}到${longDate(row.last)}` : longDate(row.first)
}

export function affairTone(state: string): 'call' | 'good' | 'wait' {
  return state === 'open' ? 'call' : state === 'done' ? 'good' : 'wait'
}

export function spokenAffair(affair: Affair): string[] {
  return [`${affair.kind_label}，${affair.row.title}，${affair.row.state_label}。`, affair.text, ...affair.parts.map((part) => `${part.zone_name}：${part.text}`)]
}
