import type { Slip } from '@/platform/printing'
import type { AnswerGiven, Booking, Guide, GuideCard, GuidePaper, Matter, Ticket } from '@/services/types'
import { reachWords, sourceWords } from './answers'
import { bookingNext } from './appointments'
import { longDate, today, when } from './dates'
import { daysWords, feeWords, materialNote, noPapersWords, visitWords } from './guides'
import { ticketNext } from './helpdesk'
import { matterNext } from './matters'
import { cardNote, paperNote, sumWords, waitWords } from './packages'

type Facts = [string, string | null | undefined][]

function slip(title: string, facts: Facts, more: Partial<Slip> = {}): Slip {
  const told = facts.filter((one): one is [string, string] => Boolean(one[1]))
  return { title, facts: told, heading: '', ticks: [], notes: [], ...more, foot: `${longDate(today())}打印。以最新公布的为准，拿不准请打 12345。` }
}

/** What to bring, where to go: ticked off at home. */
export function guideSlip(guide: Guide): Slip {
  const content = guide.content
  const facts: Facts = [
    ['多久办好', daysWords(content.promised_days)],
    ['跑几次', visitWords(content.visits ?? 1, Boolean(content.online))],
    ['收费', feeWords(guide)],
    ...(content.places ?? []).map((place): [string, string] => ['去哪里', [place.name, place.window, place.address, place.hours].filter(Boolean).join('，')]),
    ['网上办', content.online],
    ['电话', content.phone],
    ['事项编码', guide.code],
  ]
  const ticks = (content.materials ?? []).map((paper) => ({ label: paper.name, note: materialNote(paper) }))
  return slip(content.name, facts, { heading: '要带的材料', ticks, notes: ticks.length > 0 ? [] : [noPapersWords(content)] })
}

/** A whole way on one paper: what to do in which order, what to bring. */
export function waySlip(way: { name: string; region_name: string; days: number; cards: GuideCard[]; papers: GuidePaper[] }): Slip {
  const steps = way.cards.map((card, number): [string, string] => [`第 ${number + 1} 步`, [card.title, cardNote(card), card.where, waitWords(card)].filter(Boolean).join('。')])
  const ticks = way.papers.map((paper) => ({ label: paper.name, note: paperNote(paper) }))
  return slip(way.name, [['在哪里办', way.region_name], ['要多久', sumWords(way.cards, way.days)], ...steps], { heading: '材料清单', ticks })
}

export function answerSlip(given: AnswerGiven): Slip {
  const facts: Facts = [
    ['依据', sourceWords(given)],
    ['适用', reachWords(given)],
    ['负责', `${given.line.department_label}，${given.line.name} ${given.line.number}`],
  ]
  return slip(given.question, facts, { notes: [given.answer] })
}

/** The number and where it stands: what somebody asks by. */
export function matterSlip(matter: Matter): Slip {
  const facts: Facts = [
    ['编号', matter.row.number],
    ['办到哪了', `${matter.row.state_label}。${matterNext(matter)}`],
    ['哪个部门办', matter.department],
    ['结果怎么给', matter.delivery_label],
    ['电话', matter.phone],
  ]
  const ticks = matter.entries.map((paper) => ({ label: paper.name, note: paper.how_label }))
  return slip(`${matter.row.name}：办件回执`, facts, { heading: '交了的材料', ticks })
}

export function ticketSlip(ticket: Ticket): Slip {
  const facts: Facts = [
    ['编号', ticket.row.number],
    ['办到哪了', `${ticket.row.state_label}。${ticketNext(ticket)}`],
    ['谁在办', ticket.row.desk_name],
  ]
  return slip(`${ticket.row.klass_label}：${ticket.row.topic_label}`, facts)
}

export function bookingSlip(booking: Booking): Slip {
  const facts: Facts = [
    ['预约号', booking.row.number],
    ['时间', when(booking.row.starts_at)],
    ['大厅', booking.row.hall_name],
    ['地址', booking.address],
    ['电话', booking.phone],
    ['现在', `${booking.row.state_label}。${bookingNext(booking.row.state)}`],
  ]
  const ticks = booking.papers.map((paper) => ({ label: paper.name, note: paper.note }))
  return slip(booking.row.matter_name, facts, { heading: '要带的材料', ticks })
}
