import type { Contract, ContractAct, ContractState } from '@/services/types'

/** How a state looks: waiting for me, under way, done, or stopped. */
export type Tone = 'call' | 'wait' | 'good' | 'stop' | 'bad'

const TONES: Record<ContractState, Tone> = {
  offered: 'call',
  worker_signed: 'wait',
  countersigned: 'wait',
  sealed: 'good',
  failed: 'bad',
  refused: 'bad',
  withdrawn: 'stop',
  lapsed: 'stop',
  ended: 'stop',
  expired: 'stop',
}

export function toneOf(state: ContractState): Tone {
  return TONES[state] ?? 'wait'
}

/** States from which nothing moves by itself any more. */
export function isSettled(state: ContractState): boolean {
  return !['offered', 'worker_signed', 'countersigned', 'failed'].includes(state)
}

/** What the worker may expect next, in the second person. */
const NEXT_STEP: Record<ContractState, string> = {
  offered: '看懂合同，签上名字',
  worker_signed: '您已签好，单位盖章后会通知您',
  countersigned: '单位已同意，正在盖章',
  sealed: '合同已生效，双方各有一份',
  failed: '原因写在下面。签过的字还在，有疑问找劳资专管员',
  refused: '单位没有同意，原因写在下面',
  withdrawn: '您已撤回，可以重新扫码登记',
  lapsed: '过了时间没签，可以重新扫码登记',
  ended: '合同已终止',
  expired: '合同已到期',
}

/** The same states for whoever stands on the employer's side. */
const EMPLOYER_STEP: Partial<Record<ContractState, string>> = {
  offered: '等工人看合同、签字',
  worker_signed: '工人已签字，请核对后盖章',
  failed: '原因写在下面，处理好后可以再试一次',
  refused: '单位没有同意',
  withdrawn: '工人已撤回',
  lapsed: '过了时间没签',
}

/** The service words a state for the worker; whoever else looks reads it so. */
export function labelForOthers(contract: Pick<Contract, 'state' | 'state_label'>): string {
  return contract.state === 'offered' ? '待工人签字' : contract.state_label
}

export function employerStep(state: ContractState): string {
  return EMPLOYER_STEP[state] ?? NEXT_STEP[state] ?? ''
}

export function nextStep(state: ContractState): string {
  return NEXT_STEP[state] ?? ''
}

/** What the service lets this caller do with this contract now. */
export function allows(contract: Contract | null, act: ContractAct): boolean {
  return contract?.actions.includes(act) ?? false
}
