import type { SealApplication, SealView } from '@/services/types'
import type { Tone } from './contract'
import { chinaDay, longDate } from './dates'

const TONES: Record<string, Tone> = { ready: 'call', active: 'good', suspended: 'bad', revoked: 'stop', submitted: 'wait', approved: 'good', refused: 'bad' }

export function sealTone(state: string): Tone {
  return TONES[state] ?? 'wait'
}

/** What a seal's state means for its enterprise now. */
export function sealNext(seal: SealView): string {
  if (seal.state === 'ready') return `印章制好了。请保管人${seal.custodian}或企业管理员启用，启用后才能盖章`
  if (seal.state === 'active') return `可以盖在${seal.matters.join('、')}上`
  if (seal.state === 'revoked') return '已经注销，不能再用。注销前盖过的文件仍然有效'
  return seal.stopped_by_office ? '部门停用了，现在不能盖章。要恢复请联系部门' : '停用了，现在不能盖章。企业管理员可以恢复'
}

export function applicationNext(one: SealApplication): string {
  if (one.state === 'submitted') return `${longDate(chinaDay(one.applied_at))}申请，部门正在审核`
  return one.state === 'refused' ? `没有批准：${one.refusal}` : '批准了，印章制好了'
}

export interface SealMove {
  act: 'suspend' | 'resume' | 'revoke'
  label: string
  text: string
  danger: boolean
}

/** The acts that ask for a reason, by what the service says may be done. */
export const SEAL_MOVES: Record<string, SealMove> = {
  suspend: { act: 'suspend', label: '停用印章', text: '马上不能盖章。盖过的文件不受影响。要恢复，由企业管理员办。', danger: false },
  resume: { act: 'resume', label: '恢复印章', text: '恢复以后，又可以盖章。', danger: false },
  revoke: { act: 'revoke', label: '注销印章', text: '注销了不能恢复，要用得重新申请。注销前盖过的文件仍然有效。', danger: true },
}

export const SEAL_KINDS = [
  { value: 'contract', label: '合同专用章' },
  { value: 'official', label: '公章' },
]
export const SEAL_MATTERS = [
  { value: 'contracts', label: '劳动合同和补充协议' },
  { value: 'claims', label: '政策申报表' },
]
