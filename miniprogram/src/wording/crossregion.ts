import type { CrossCase, CrossItem, CrossPage } from '@/services/types'
import type { Tone } from './contract'

const TONES: Record<string, Tone> = { missing: 'bad', supplement: 'call', returning: 'good', delivered: 'good', rejected: 'stop', withdrawn: 'stop' }

export function crossTone(state: string): Tone {
  return TONES[state] ?? 'wait'
}

/** What may be expected next. */
export function crossNext(shown: CrossCase): string {
  if (shown.actions.includes('put_right')) return '有一页要您重新拍，拍好就接着办'
  if (shown.actions.includes('supply')) return '要您补一次材料，补齐前不计时'
  if (shown.actions.includes('receive')) return '结果到了，看过请签收'
  const { row } = shown
  if (row.state === 'delivered') return '办完了，结果在您手里'
  if (row.state === 'rejected') return '没有收下，理由写在下面。补齐可以再交'
  if (row.state === 'withdrawn') return '您撤回了。纸质材料在谁手里，下面写着'
  return row.charge_name ? `现在轮到${row.charge_name}，到期不办会点名` : ''
}

interface Option {
  value: string
  label: string
  note?: string
}

const NOTES: Record<string, string> = {
  online: '都在手机上办，材料拍照交',
  on_behalf: '就近找窗口收材料，寄到办理地',
  together: '几个地方一起办，您只交一次',
}

export function modeChoices(item: CrossItem): Option[] {
  return item.standard.modes.map((mode, place) => ({ value: mode, label: item.standard.mode_labels[place] ?? mode, note: NOTES[mode] }))
}

/** The places of an item beside those already taken. */
export function placeChoices(item: CrossItem, taken: string[]): Option[] {
  const all = item.standard.zones.map((zone, place) => ({ value: zone, label: item.standard.zone_names[place] ?? zone }))
  return [{ value: '', label: '请选择' }, ...all.filter((zone) => !taken.includes(zone.value))]
}

export function itemNote(item: CrossItem): string {
  return `${item.standard.days} 个工作日办好 · ${item.standard.mode_labels.join('、')}`
}

/** Photos as pages: named after the papers of the item, in order. */
export function asPages(files: string[], papers: string[]): CrossPage[] {
  return files.map((file, place) => ({ name: papers[place] ?? `第 ${place + 1} 份材料`, file_id: file, paper: false }))
}
