import type { GuideCard, GuideHelped, GuidePaper, GuidePlan, GuideWay } from '@/services/types'
import type { Tone } from './contract'
import { daysWords, visitWords } from './guides'

const CARD_TONES: Record<string, Tone> = { todo: 'wait', proposed: 'call', done: 'good' }
const PLAN_TONES: Record<string, Tone> = { open: 'call', done: 'good', ended: 'wait' }

export function cardTone(state: string): Tone {
  return CARD_TONES[state] ?? 'wait'
}

export function planTone(state: string): Tone {
  return PLAN_TONES[state] ?? 'wait'
}

/** 西湖区市场监督管理局 · 5 个工作日办好 · 网上能办，不用跑 */
export function cardNote(card: GuideCard): string {
  if (!card.item_id) return '这一步的指南正在更新，请打 12345 问'
  return [card.department, daysWords(card.promised_days), visitWords(card.visits, Boolean(card.online))].filter(Boolean).join(' · ')
}

/** 要等：办营业执照 */
export function waitWords(card: GuideCard): string {
  return card.waits_for.length > 0 ? `先办好：${card.waits_for.join('、')}` : ''
}

/** 必须有 · 原件 1 份、复印件 2 份 · 办营业执照、办食品经营许可要用 */
export function paperNote(paper: GuidePaper): string {
  const copies = [paper.originals ? `原件 ${paper.originals} 份` : '', paper.copies ? `复印件共 ${paper.copies} 份` : ''].filter(Boolean).join('、')
  return [paper.need_label, copies, `${paper.wanted_by.join('、')}要用`].filter(Boolean).join(' · ')
}

/** 一共 3 步，最快 6 个工作日 */
export function sumWords(cards: GuideCard[], days: number): string {
  return `一共 ${cards.length} 步，最快 ${days} 个工作日`
}

export function answersText(answers: Record<string, string>): string {
  return Object.entries(answers).map(([question, choice]) => `${question}:${choice}`).join(',')
}

export function spokenWay(way: GuideWay): string[] {
  if (way.question) return [`${way.question.text}？${way.question.choices.map((one) => one.label).join('，还是')}？`]
  return [`${sumWords(way.cards, way.days)}。`, ...way.cards.map((card, number) => `第 ${number + 1} 步，${card.title}。${cardNote(card)}。`)]
}

export function spokenPlan(plan: GuidePlan): string[] {
  return [
    `${plan.name}，${plan.state_label}，办好了 ${plan.done} 步，一共 ${plan.cards.length} 步。`,
    ...plan.cards.map((card, number) => `第 ${number + 1} 步，${card.title}，${card.state_label}。${waitWords(card)}`),
  ]
}

export function spokenHelp(plan: GuideHelped): string[] {
  return [
    `${plan.person}要办${plan.name}。`,
    ...plan.cards.map((card, number) => `第 ${number + 1} 步，${card.title}，${card.state_label}。${waitWords(card)}`),
  ]
}

/** What a person's phone shows a helper: no link, only letters and digits. */
export function isHelpCode(text: string): boolean {
  return /^[A-Za-z0-9]{40,120}$/.test(text)
}
