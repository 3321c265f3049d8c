import type { Talk, TalkLine, TalkPresence, TalkRow } from '@/services/types'
import type { Tone } from './contract'
import { addDays, chinaDay, longDate, today, when } from './dates'

/** Where somebody stands in the queue, and that they need not sit and wait. */
export function queueWords(talk: Talk): string {
  if (talk.ahead === 0) return '马上轮到您'
  const people = talk.ahead >= talk.ahead_most ? `${talk.ahead_most} 人以上` : `${talk.ahead} 人`
  return `前面还有 ${people}`
}

const WEEKDAYS = '日一二三四五六'

/** 今天 14:00, 明天 8:30, 周一（11月30日）8:30: when somebody is there again. */
export function opensWords(instant: string, now = new Date()): string {
  const day = chinaDay(instant)
  const time = (when(instant, now).split(' ')[1] ?? '').replace(/^0/, '')
  if (day === today(now)) return `今天 ${time}`
  if (day === addDays(today(now), 1)) return `明天 ${time}`
  const [, month, date] = day.split('-')
  return `周${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]}（${Number(month)}月${Number(date)}日）${time}`
}

export function presenceWords(one: TalkPresence): string {
  if (one.on_duty === 0) {
    const then = one.opens_at ? `，${opensWords(one.opens_at)}有人` : ''
    return `${one.desk_name}现在没有人值班${then}。可以把问题留下，有人上班就答复您。`
  }
  if (one.free > 0) return `${one.desk_name}有人在，开始就能说。`
  return `${one.desk_name}有人在，都在忙，前面有 ${one.waiting} 人。`
}

const TONES: Record<string, Tone> = { waiting: 'wait', talking: 'call' }

export function talkTone(state: string): Tone {
  return TONES[state] ?? 'stop'
}

export interface Month {
  label: string
  rows: TalkRow[]
}

/** Conversations by the month in China in which they began, in the order in which they come. */
export function byMonth(rows: TalkRow[]): Month[] {
  const months: Month[] = []
  for (const row of rows) {
    const [year, month] = chinaDay(row.opened_at).split('-')
    const label = `${year}年${Number(month)}月`
    const last = months[months.length - 1]
    if (last?.label === label) last.rows.push(row)
    else months.push({ label, rows: [row] })
  }
  return months
}

/** A conversation as a text to keep: who said what and when. */
export function keptTalk(lines: TalkLine[]): string {
  return lines.map((line) => `${longDate(chinaDay(line.at))} ${when(line.at).split(' ')[1]} ${spokenLine(line)}`).join('\n')
}

export interface Bubble {
  line: TalkLine
  /** The day above the line, where it is another than that of the line before. */
  day: string
  clock: string
}

/** The lines with a day above the first of each. */
export function bubbles(lines: TalkLine[], now = new Date()): Bubble[] {
  let before = ''
  return lines.map((line) => {
    const day = chinaDay(line.at)
    const shown = day === before ? '' : day === today(now) ? '今天' : longDate(day)
    before = day
    return { line, day: shown, clock: when(line.at, now).split(' ')[1] ?? '' }
  })
}

/** The last of one's own lines says whether it was read. */
export function readWords(lines: TalkLine[], otherRead: number): { number: number; words: string } | null {
  const own = lines.filter((line) => line.mine && (line.kind === 'said' || line.kind === 'file')).pop()
  return own ? { number: own.number, words: own.number <= otherRead ? '对方已看到' : '已发出' } : null
}

export function isPicture(line: TalkLine): boolean {
  return line.file?.content_type.startsWith('image/') ?? false
}

export function spokenLine(line: TalkLine): string {
  const who = line.side === 'system' ? '' : line.mine ? '您说：' : '工作人员说：'
  if (line.card) return `${who}一张卡片，${line.text}`
  return `${who}${line.kind !== 'file' ? line.text : isPicture(line) ? '一张图片' : `一个文件，${line.file?.filename ?? ''}`}`
}
