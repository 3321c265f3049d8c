import type { Contract } from '@/services/types'
import { nextStep } from './contract'
import { payDay, payRate } from './money'

/** Where a contract stands, as it is read aloud to its worker. */
export function speakContract(contract: Contract): string[] {
  const { pay } = contract.terms
  return [
    `您在${contract.project.name}的合同，现在是：${contract.state_label}。${nextStep(contract.state)}。`,
    `${contract.trade.name}，${payRate(pay)}，${payDay(pay)}。雇您的单位是${contract.employer.name}。`,
    ...contract.amendments
      .filter((one) => one.state === 'proposed')
      .map((one) => `单位提出${one.kind_label}：${one.differences.join('；')}。请您看一看，同意就签字。`),
  ]
}
