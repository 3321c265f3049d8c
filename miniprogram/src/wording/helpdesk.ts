import type { Ticket, TicketPromise, TicketRating, TicketTopic } from '@/services/types'
import type { Tone } from './contract'

const TONES: Record<string, Tone> = { answered: 'call', closed: 'good', withdrawn: 'stop' }

export function ticketTone(state: string): Tone {
  return TONES[state] ?? 'wait'
}

const NEXT: Record<string, string> = {
  received: '等部门接手，到期不理会自动往上报',
  working: '部门正在办，到期不答会自动往上报',
  paused: '计时停着，原因写在下面',
  answered: '部门答复了，请您说说解决没有',
  joined: '和别人提的是同一件事，一起办、一起答复您',
  closed: '办完了。没解决，15 天内可以重开',
  withdrawn: '您撤回了',
}

/** What may be expected next. */
export function ticketNext(ticket: Ticket): string {
  if (ticket.row.state === 'paused' && ticket.actions.includes('add') && ticket.pause_label.includes('补充')) return '等您补充情况，补完就接着办'
  return NEXT[ticket.row.state] ?? ''
}

interface Option {
  value: string
  label: string
  note?: string
}

/** What kind of matter, with how fast it is answered there. */
export function classChoices(promises: TicketPromise[]): Option[] {
  return promises.map((one) => ({ value: one.klass, label: one.label, note: `${one.words}。${one.term}内答复` }))
}

export function topicChoices(topics: TicketTopic[]): Option[] {
  return topics.map((one) => ({ value: one.code, label: one.label }))
}

/** What one may say with words of one's own. */
export type Wording = 'add' | 'reject' | 'reopen' | 'insist'

interface Words {
  label: string
  example: string
  most: number
  acts: { act: Wording; label: string; kind: 'primary' | 'plain' | 'danger' }[]
}

/** The words that may be said now, and what they do. */
export function wordsFor(actions: string[]): Words | null {
  if (actions.includes('confirm')) {
    return { label: '哪里还没解决', example: '比如：只付了一个月', most: 500, acts: [{ act: 'reject', label: '没解决', kind: 'danger' }] }
  }
  if (actions.includes('reopen')) {
    return { label: '办结以后又怎么了', example: '比如：说好的钱没到', most: 500, acts: [{ act: 'reopen', label: '没解决，重开', kind: 'plain' }] }
  }
  if (!actions.includes('add')) return null
  const insist: Words['acts'] = actions.includes('insist') ? [{ act: 'insist', label: '我是投诉，改回去', kind: 'danger' }] : []
  return { label: '补充情况', example: '比如：工资条拍好了，班组长姓王', most: 500, acts: [{ act: 'add', label: '补充', kind: 'plain' }, ...insist] }
}

/** What a rating may be about: what is done online is judged by these (好差评). */
export const RATED: { value: TicketRating['tags'][number]; label: string }[] = [
  { value: 'speed', label: '办得快不快' },
  { value: 'guidance', label: '说得清不清楚' },
  { value: 'ease', label: '方便不方便' },
  { value: 'manner', label: '态度好不好' },
  { value: 'platform', label: '平台好不好用' },
]
