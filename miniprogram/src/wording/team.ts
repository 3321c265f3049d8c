import type { TeamCard } from '@/services/types'
import { payDay, payRate } from './money'

/** The card of a team as it is read aloud: who employs, what work, how much, when it is paid, whom to call. */
export function speakTeam(card: TeamCard): string[] {
  const said = [
    `这是${card.project.name}工地的${card.team_name}。`,
    `雇您的单位是${card.employer.name}，总包是${card.general_contractor.name}。`,
    ...card.jobs.map((job) => `${job.trade_name}，${payRate(job.pay)}，${payDay(job.pay)}，打到您自己的银行卡。`),
    `班组长是${card.foreman_name_masked}。`,
  ]
  if (card.labour_clerk) said.push(`工资有问题，找劳资专管员${card.labour_clerk.name_masked}。`)
  said.push(card.open ? '看明白了，就点下面的大按钮登记。' : '这个班组现在不收人。')
  return said
}
