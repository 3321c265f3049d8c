import type { Guide, GuideMaterial, GuideRow, GuideStage, GuideTheme } from '@/services/types'
import { yuan } from './money'

const THEME_WORDS: Record<GuideTheme, string> = {
  work: '找工作、讨工资',
  business: '开店办企业',
  building: '工程建设',
  housing: '住房、户口',
  insurance: '社保、医保',
  school: '上学',
  family: '结婚、生育',
  age: '养老、救助',
  traffic: '开车、出行',
  tax: '交税、发票',
  papers: '证件办理',
  other: '其他',
}

export const THEMES = [{ value: '', label: '全部' }, ...Object.entries(THEME_WORDS).map(([value, label]) => ({ value, label }))]

/** 5 个工作日办好; 当场办好 */
export function daysWords(days: number | null | undefined): string {
  if (days === null || days === undefined) return '没有写明'
  return days === 0 ? '当场办好' : `${days} 个工作日办好`
}

/** 网上能办，不用跑; 要跑 1 次 */
export function visitWords(visits: number, online: boolean): string {
  if (visits === 0) return '网上能办，不用跑'
  return online ? `网上也能办；去现场跑 ${visits} 次` : `要跑 ${visits} 次`
}

export function rowNote(row: GuideRow): string {
  const told = `${row.department}。${daysWords(row.promised_days)}，${visitWords(row.visits, row.online)}`
  return row.in_force ? told : `现在不在有效期。${told}`
}

export function feeWords(guide: Guide): string {
  return guide.content.fee_fen === 0 ? '不收费' : `${yuan(guide.content.fee_fen)} 元（${guide.content.fee_note}）`
}

/** 原件 1 份、复印件 2 份 */
export function copiesWords(one: GuideMaterial): string {
  const parts = [one.originals ? `原件 ${one.originals} 份` : '', one.copies ? `复印件 ${one.copies} 份` : '']
  return parts.filter(Boolean).join('、')
}

const NEEDS: Record<NonNullable<GuideMaterial['need']>, string> = { required: '必须有', later: '可以后补', if_any: '有这种情况才要' }
const MADE: Record<NonNullable<GuideMaterial['form']>, string> = { paper: '纸质', electronic: '电子', either: '纸质或电子都行' }
const SOURCES: Record<NonNullable<GuideMaterial['source']>, string> = { own: '自己准备', office: '政府部门发的', other: '其他单位出的' }

/** 必须有 · 纸质 · 原件 1 份 · 自己准备 */
export function materialNote(one: GuideMaterial): string {
  return [NEEDS[one.need ?? 'required'], MADE[one.form ?? 'either'], copiesWords(one), SOURCES[one.source ?? 'own']].filter(Boolean).join(' · ')
}

export function stageNote(one: GuideStage): string {
  return [one.who, one.days ? `${one.days} 个工作日` : '当场', one.note].filter(Boolean).join('，')
}

/** Of a guide without a list of materials: nothing to bring, or nobody wrote it yet. */
export function noPapersWords(content: Guide['content']): string {
  return content.no_materials ? '不用带材料。' : '指南没写要带什么，去之前请先打电话问。'
}

/** What is read aloud of a guide. */
export function spokenGuide(guide: Guide): string[] {
  const { content } = guide
  const papers = content.materials?.map((one) => one.name).join('、')
  return [
    `${content.name}。由${content.department}办。${daysWords(content.promised_days)}，${visitWords(content.visits ?? 1, Boolean(content.online))}。${feeWords(guide)}。`,
    papers ? `要准备：${papers}。` : noPapersWords(content),
    ...(content.places ?? []).map((one) => `去${one.name}${one.window ?? ''}，地址：${one.address}。`),
  ]
}

/** Why a guide can't be relied on today. */
export function outOfForce(guide: Guide): string {
  const { valid_from: from, valid_until: until } = guide.content
  return until ? `这份指南的有效期是 ${from} 到 ${until}，现在办之前请先打电话问。` : `这份指南从 ${from} 起有效，现在办之前请先打电话问。`
}
