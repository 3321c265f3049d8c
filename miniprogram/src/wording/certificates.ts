import type { Licence } from '@/services/types'
import type { Tone } from './contract'
import { longDate } from './dates'

export interface CertificateClass {
  code: string
  name: string
  skill: boolean
}

const special = (code: string, name: string): CertificateClass => ({ code, name, skill: false })
const skill = (code: string, name: string): CertificateClass => ({ code, name, skill: true })

/** 建筑施工特种作业 01 to 11 and 99 as on the national electronic certificate; S5 to S1 are grades of skill. */
export const CLASSES: CertificateClass[] = [
  special('01', '建筑电工'),
  special('02', '架子工（普通脚手架）'),
  special('03', '架子工（附着升降脚手架）'),
  special('04', '建筑起重信号司索工'),
  special('05', '塔式起重机司机'),
  special('06', '施工升降机司机'),
  special('07', '物料提升机司机'),
  special('08', '塔式起重机安装拆卸工'),
  special('09', '施工升降机安装拆卸工'),
  special('10', '物料提升机安装拆卸工'),
  special('11', '高处作业吊篮安装拆卸工'),
  special('99', '其他特种作业'),
  skill('S5', '初级工（五级）'),
  skill('S4', '中级工（四级）'),
  skill('S3', '高级工（三级）'),
  skill('S2', '技师（二级）'),
  skill('S1', '高级技师（一级）'),
]

/** Which classes open the gate of a trade whose text begins with a class; a crane has three kinds. */
export function classesFor(text: string): string[] {
  const code = text.slice(0, 2)
  return { '05': ['05', '06', '07'], '08': ['08', '09', '10'] }[code] ?? [code]
}

type Dated = Pick<Licence, 'valid_until' | 'days_left'>

/** 有效期到 2027年1月2日，还有 20 天 */
export function validity(one: Dated): string {
  if (!one.valid_until) return '长期有效'
  const left = one.days_left ?? 0
  if (left < 0) return `${longDate(one.valid_until)}已到期`
  return `到 ${longDate(one.valid_until)}${left <= 60 ? `，还有 ${left} 天` : ''}`
}

/** One word for where a certificate stands, and its colour. */
export function standing(one: Pick<Licence, 'usable' | 'standing' | 'standing_label' | 'state' | 'state_label' | 'days_left'>): { label: string; tone: Tone } {
  if ((one.days_left ?? 1) < 0) return { label: '已过期', tone: 'bad' }
  if (one.standing === 'refused') return { label: one.standing_label, tone: 'bad' }
  if (one.state !== '01') return { label: one.state_label, tone: 'bad' }
  if ((one.days_left ?? 99) <= 60) return { label: '快到期', tone: 'call' }
  return { label: one.standing_label, tone: one.standing === 'checked' ? 'good' : 'wait' }
}
