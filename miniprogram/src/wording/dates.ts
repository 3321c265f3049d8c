/** Instants are UTC on the wire and Chinese time on the screen, whatever the phone's own zone is. */
const CHINA_MS = 8 * 3600 * 1000
const DAY_MS = 24 * 3600 * 1000

const inChina = (instant: Date): Date => new Date(instant.getTime() + CHINA_MS)
const two = (number: number): string => String(number).padStart(2, '0')

/** Today in China, as 2026-11-23. */
export function today(now = new Date()): string {
  return inChina(now).toISOString().slice(0, 10)
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date + 'T00:00:00Z') + days * DAY_MS).toISOString().slice(0, 10)
}

/** The day in China of an instant, as 2026-11-23. */
export function chinaDay(instant: string): string {
  return today(new Date(instant))
}

/** 2026-11-23 reads 2026年11月23日. */
export function longDate(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}

/** The first instant that is too late, as people say it: midnight is the end of the day before. 11月26日, 今天 18:00 前 */
export function latest(instant: string, now = new Date()): string {
  const then = inChina(new Date(instant))
  if (then.getUTCHours() || then.getUTCMinutes()) return `${when(instant, now)} 前`
  return when(new Date(Date.parse(instant) - 1).toISOString(), now).split(' ')[0] ?? ''
}

/** 今天 13:05, 昨天 08:30, 11月20日 09:00, 2025年11月20日 09:00 */
export function when(instant: string, now = new Date()): string {
  const then = inChina(new Date(instant))
  const clock = `${two(then.getUTCHours())}:${two(then.getUTCMinutes())}`
  const day = then.toISOString().slice(0, 10)
  if (day === today(now)) return `今天 ${clock}`
  if (day === addDays(today(now), -1)) return `昨天 ${clock}`
  const year = day.slice(0, 4) === today(now).slice(0, 4) ? '' : `${then.getUTCFullYear()}年`
  return `${year}${then.getUTCMonth() + 1}月${then.getUTCDate()}日 ${clock}`
}
