import type { IconName } from '@/components/icons'
import type { DefectCategory, DefectSeverity, Home, HomeFactKind, HomeRow, Offer } from '@/services/types'
import type { Tone } from './contract'
import { longDate } from './dates'

const TAIL = 6

/** Under a home in the list: when the keys were given, or until when it is rented. */
export function homeNote(row: HomeRow): string {
  if (row.until) return `租到${longDate(row.until)}`
  return row.handed_over_on ? `${longDate(row.handed_over_on)}交房` : '还没有登记交房'
}

/** What is wrong with the typed end of a contract's number; only letters and digits count. */
export function tailFault(typed: string): string | null {
  if (/[^0-9A-Za-z\- ]/.test(typed.trim())) return '只填字母和数字'
  return typed.replace(/[^0-9A-Za-z]/g, '').length < TAIL ? '要填最后 6 位' : null
}

export function offerSays(offer: Offer): string {
  return offer.kind === 'tenant' ? '请您做这套房的租客' : '要把这套房过户给您'
}

export function leavingSays(one: Home['leaving'][number]): string {
  return one.heir_name_masked ? `${one.name_masked}要把这套房过户给${one.heir_name_masked}` : `${one.name_masked}要解绑这套房`
}

export const FACT_KINDS: { value: HomeFactKind; label: string; note: string; icon: IconName }[] = [
  { value: 'material', label: '材料', note: '用了什么材料，谁家的，检测了没有', icon: 'document' },
  { value: 'process', label: '工艺', note: '防水、水电怎么做的', icon: 'pen' },
  { value: 'acceptance', label: '验收', note: '谁验收的，结果怎样', icon: 'seal' },
  { value: 'service', label: '服务', note: '质量保证书、使用说明书', icon: 'shield' },
]

const COVER_TONES: Record<string, Tone> = { in: 'good', out: 'stop', by_contract: 'wait', unknown: 'wait' }

export function coverTone(cover: string): Tone {
  return COVER_TONES[cover] ?? 'wait'
}

/** Until when a part is under warranty, in a few words. */
export function warrantySays(line: Pick<Home['warranty'][number], 'until' | 'cover' | 'cover_label'>): string {
  if (!line.until) return line.cover_label
  return line.cover === 'out' ? `${longDate(line.until)}已到期` : `保修到${longDate(line.until)}`
}

/** Hundredths of a square metre, as people write it: 8950 reads 89.5. */
export function squareMetres(area: number): string {
  return String(area / 100)
}

const CATEGORY_LABELS: Record<DefectCategory, string> = {
  leak: '漏水、渗水、返潮',
  plumbing: '水管、下水、马桶',
  electric: '电路、插座、网线',
  surface: '墙面、地面、吊顶',
  opening: '门、窗、栏杆',
  structure: '承重墙、梁、柱、楼板',
  heating: '暖气、中央空调',
  equipment: '电梯、门禁、其他设备',
  other: '其他',
}

export const CATEGORIES = Object.entries(CATEGORY_LABELS).map(([value, label]) => ({ value, label }))

const SEVERITY_LABELS: Record<DefectSeverity, [label: string, note: string]> = {
  urgent: ['很急', '正在漏水、没电或有危险，7 天修好'],
  ordinary: ['影响使用', '15 天修好'],
  minor: ['小毛病', '不影响使用，30 天修好'],
}

export const SEVERITIES = Object.entries(SEVERITY_LABELS).map(([value, [label, note]]) => ({ value, label, note }))
