import type { PublicService, RegionBranch } from '@/services/types'
import type { Tone } from './contract'

const TONES: Record<string, Tone> = { reported: 'call', fixed: 'good', declined: 'stop' }

export function publicTone(state: string): Tone {
  return TONES[state] ?? 'wait'
}

const NEXT: Record<string, string> = {
  reported: '等管理单位答复，到期不理会自动往上报',
  accepted: '已经答应处理，等修好',
  fixed: '说修好了',
  declined: '管理单位说明了为什么不处理，县区也看到了',
}

/** What may be expected next. */
export function publicNext(state: string): string {
  return NEXT[state] ?? ''
}

interface Option {
  value: string
  label: string
}

/** What may be reported, with its words and days. */
export function serviceChoices(services: PublicService[]): (Option & { note: string })[] {
  return services.map((one) => ({ value: one.code, label: one.label, note: `${one.words}。${one.days} 天内修好` }))
}

/** Provinces, cities or counties to choose from; nothing is chosen before the person does. */
export function regionChoices(regions: RegionBranch[]): Option[] {
  return [{ value: '', label: '请选择' }, ...regions.map((one) => ({ value: one.code, label: one.name }))]
}
