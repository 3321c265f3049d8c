import type { Booking, Hall, HallDay, HallNow, HallSlot } from '@/services/types'
import type { Tone } from './contract'

const TONES: Record<string, Tone> = {
  held: 'call',
  offered: 'call',
  booked: 'good',
  present: 'good',
  done: 'good',
  missed: 'bad',
  called_off: 'bad',
}

export function bookingTone(state: string): Tone {
  return TONES[state] ?? 'wait'
}

const NEXT: Record<string, string> = {
  held: '号先给您留着，看清楚再点确认',
  waiting: '有人取消会按顺序通知您，不用一直看',
  offered: '轮到您了，请在时限内确认，过时给下一位',
  booked: '到时间前 1 小时起可以签到，带齐材料',
  present: '已签到，请在大厅等叫号',
  done: '这件事已在窗口办完',
  cancelled: '已取消，号给了别人',
  lapsed: '没有按时确认，号已放出，可以重新预约',
  unfilled: '没有人空出号，可以换一个时段',
  missed: '没有签到。当天晚到了，请找大厅工作人员',
  called_off: '大厅当天停办，不算您没来，请重新预约',
}

/** What may be expected next. */
export function bookingNext(state: string): string {
  return NEXT[state] ?? ''
}

const WEEK = ['日', '一', '二', '三', '四', '五', '六']

/** 12月1日 周二 */
export function dayWords(day: string): string {
  const [, month, date] = day.split('-')
  return `${Number(month)}月${Number(date)}日 周${WEEK[new Date(`${day}T00:00:00Z`).getUTCDay()]}`
}

interface Option {
  value: string
  label: string
  note?: string
}

export function matterChoices(hall: Hall): Option[] {
  return hall.matters.map((one) => ({ value: one.code, label: one.name, note: one.papers.length > 0 ? `要带：${one.papers.join('、')}` : '' }))
}

/** The days on which one may come. */
export function openDays(days: HallDay[]): Option[] {
  return days.filter((one) => one.opens).map((one) => ({ value: one.day, label: dayWords(one.day) }))
}

/** Why a hall is closed on some of the days, weekends aside: 12月3日 停电 */
export function closedDays(days: HallDay[]): string[] {
  return days.filter((one) => !one.opens && one.why !== '周末').map((one) => `${dayWords(one.day)}：${one.why}`)
}

/** Why a day has no times to choose from. */
export function emptyDay(day: HallDay | undefined): string {
  return day && !day.opens ? `大厅这天不开门（${day.why}），请换一天。` : '大厅这天开门，但这件事不放号。请换一天，或打电话问大厅。'
}

/** 现在开门，到 12:00 · 大厅里 3 人 */
export function nowWords(now: HallNow): string {
  if (!now.open || !now.until) return '现在不开门'
  const inside = now.inside > 0 ? `大厅里 ${now.inside} 人` : '大厅里没有人排队'
  return `现在开门，到 ${now.until.slice(0, 5)} · ${inside}`
}

/** What a slot says: how many are left, how many wait. */
export function slotNote(slot: HallSlot): string {
  if (slot.closed) return '网上已停止，可到大厅现场取号'
  if (slot.left > 0) return `还有 ${slot.left} 个号`
  return slot.waiting > 0 ? `约满，${slot.waiting} 人候补` : '约满，可以候补'
}

/** What happens when one cancels now. */
export function cancelWords(booking: Booking): string {
  return booking.late ? '离预约不到 2 小时，现在取消算一次没来。90 天内 3 次没来，暂时只能现场取号。' : '取消后号就给别人了。'
}
