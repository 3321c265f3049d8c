import type { Pay } from '@/services/types'

/** 35000 fen reads 350 元; fen are shown only when there are any. */
export function yuan(fen: number): string {
  const sign = fen < 0 ? '-' : ''
  const whole = Math.floor(Math.abs(fen) / 100)
  const rest = Math.abs(fen) % 100
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign}${grouped}${rest === 0 ? '' : '.' + String(rest).padStart(2, '0')}`
}

/** What was typed in yuan, as fen; null when it is not a sum of money. No floating point on the way. */
export function fenFromTyped(text: string): number | null {
  const match = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (!match) return null
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

const BASIS: Record<Pay['basis'], string> = {
  daily: '按天算',
  hourly: '按小时算',
  piece: '按量算',
  monthly: '按月算',
  quota: '按定额算',
}

export function payBasis(pay: Pay): string {
  return BASIS[pay.basis]
}

/** 每天 350 元 */
export function payRate(pay: Pay): string {
  const per = pay.basis === 'monthly' ? '每月' : `每${pay.unit}`
  return `${per} ${yuan(pay.amount_fen)} 元`
}

export function payDay(pay: Pay): string {
  return `每月 ${pay.pay_day} 号发`
}
