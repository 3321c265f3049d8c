import type { Talk, TalkLine, TalkPresence } from '@/services/types'
import { longDate, chinaDay, today, when } from './dates'

/** Where somebody stands in the queue, and that they need not sit and wait. */
export function queueWords(talk: Talk): string {
  if (talk.ahead === 0) return '马上轮到您'
  const people = talk.ahead >= talk.ahead_most ? `${talk.ahead_most} 人以上` : `${talk.ahead} 人`
  return `前面还有 ${people}`
}

export function presenceWords(one: TalkPresence): string {
  if (one.on_duty === 0) return `${one.desk_name}现在没有人值班。可以把问题留下，有人上班就答复您。`
  if (one.free > 0) return `${one.desk_name}有人在，开始就能说。`
  return `${one.desk_name}有人在，都在忙，前面有 ${one.waiting} 人。`
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

export function spokenLine(line: TalkLine): string {
  const who = line.side === 'system' ? '' : line.mine ? '您说：' : '工作人员说：'
  return `${who}${line.kind === 'file' ? '一张图片' : line.text}`
}
