import type { WageItem, WageLine, WageRow, WageState } from '@/services/types'
import type { Tone } from './contract'
import { yuan } from './money'

const TONES: Record<WageState, Tone> = {
  shown: 'call',
  confirmed: 'good',
  objected: 'bad',
  approved: 'wait',
  paying: 'wait',
  paid: 'call',
  returned: 'bad',
  received: 'good',
  not_received: 'bad',
  wrong_amount: 'bad',
}

export function wageTone(state: WageState): Tone {
  return TONES[state] ?? 'wait'
}

/** What the worker may expect or do next, in the second person. */
const NEXT: Record<WageState, string> = {
  shown: '看清怎么算的：对就签字，不对就说',
  confirmed: '您签好了，等总包批准发钱',
  objected: '您提了异议，单位要答复您，这份工资先不动',
  approved: '总包批准了，马上送银行',
  paying: '银行正在往您卡上打钱',
  paid: '银行说打到卡上了，请看看收到没有',
  returned: '银行退回来了，请看看卡对不对',
  received: '您说收到了，这个月办完了',
  not_received: '您说没收到，单位要查清楚',
  wrong_amount: '您说金额不对，单位要查清楚',
}

export function wageNext(state: WageState): string {
  return NEXT[state] ?? ''
}

/** 2026-10 reads 2026年10月. */
export function monthWords(month: string): string {
  const [year, number] = month.split('-')
  return `${year}年${Number(number)}月`
}

/** 44 half days read 22 天. */
export function dayWords(halves: number): string {
  return `${halves / 2} 天`
}

const LABELS: Record<WageItem['kind'], string> = { allowance: '补贴', overtime: '加班', deduction: '扣款', advance: '借支' }

export function takes(item: WageItem): boolean {
  return item.kind === 'deduction' || item.kind === 'advance'
}

export function itemLabel(item: WageItem): string {
  return item.words ? `${LABELS[item.kind]}（${item.words}）` : LABELS[item.kind]
}

export function itemSum(item: WageItem): string {
  return `${takes(item) ? '−' : '+'}${yuan(item.amount_fen)} 元`
}

/** 22000 thousandths of a day read 22 天. */
export function quantityWords(line: Pick<WageLine, 'quantity_milli' | 'unit'>): string {
  return `${line.quantity_milli / 1000} ${line.unit === '月' ? '个月' : line.unit}`
}

/** The line as it is read aloud to its worker. */
export function speakWages(line: WageLine): string[] {
  const fresh = line.changes.filter((one) => one.new)
  return [
    `您在${line.project.name}${monthWords(line.month)}的工资，应发${yuan(line.amount_fen)}元。现在是：${line.state_label}。${wageNext(line.state)}。`,
    ...fresh.map((one) => `请注意，工资有改动。${one.differences.join('；')}。${one.reason ? `原因：${one.reason}。` : ''}`),
    ...line.plain,
    ...(line.previous_words ? [line.previous_words] : []),
    ...(line.confirm_by_label ? [`请在${line.confirm_by_label}核对。`] : []),
  ]
}

/** The month that waits for its worker first. */
export function waitingWages(rows: WageRow[]): WageRow | undefined {
  return rows.find((row) => row.state === 'shown') ?? rows.find((row) => row.state === 'paid')
}

/** Names the words above the button; the service keeps which ones the worker agreed to. */
export const WAGE_CONSENT = 'wage-2026-11'

/** The same states for whoever is not the worker. */
const OFFICE: Partial<Record<WageState, string>> = {
  shown: '待本人核对',
  confirmed: '本人已确认',
  objected: '有异议，冻结',
  received: '本人已收到',
  not_received: '本人说没收到',
  wrong_amount: '本人说金额不对',
  approved: '已批准',
  paying: '银行发放中',
  paid: '已发到卡上',
  returned: '银行退回',
}

export function officeLabel(state: WageState): string {
  return OFFICE[state] ?? ''
}

/** 2026-12 and one month on reads 2027-01. */
export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const count = year * 12 + (number - 1) + by
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}
