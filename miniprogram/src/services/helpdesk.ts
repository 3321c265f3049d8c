import { call } from './client'
import type { Page, Ticket, TicketAsked, TicketDone, TicketPromise, TicketRated, TicketRating, TicketRow, TicketTopic } from './types'

const ROOT = '/v1/helpdesk'
const ticket = (id: string): string => `${ROOT}/tickets/${encodeURIComponent(id)}`

/** How fast each kind of matter is answered in a county. */
export function listPromises(region: string): Promise<{ items: TicketPromise[] }> {
  return call('GET', `${ROOT}/promises`, { query: { region }, open: true })
}

export function listTopics(): Promise<Page<TicketTopic>> {
  return call('GET', `${ROOT}/topics`, { open: true })
}

export function listMyTickets(cursor?: string): Promise<Page<TicketRow>> {
  return call('GET', `${ROOT}/mine`, { query: { cursor } })
}

export function getTicket(id: string): Promise<Ticket> {
  return call('GET', ticket(id))
}

export function askTicket(body: TicketAsked, key: string): Promise<TicketDone> {
  return call('POST', `${ROOT}/tickets`, { body, key })
}

/** Say more about it. */
export function addToTicket(id: string, text: string, key: string): Promise<TicketDone> {
  return call('POST', `${ticket(id)}/additions`, { body: { text }, key })
}

/** Whether the answer solved it. */
export function confirmTicket(id: string, solved: boolean, text: string, key: string): Promise<TicketDone> {
  return call('POST', `${ticket(id)}/confirmation`, { body: { solved, text }, key })
}

export function reopenTicket(id: string, text: string, key: string): Promise<TicketDone> {
  return call('POST', `${ticket(id)}/reopening`, { body: { text }, key })
}

export function withdrawTicket(id: string, key: string): Promise<TicketDone> {
  return call('POST', `${ticket(id)}/withdrawal`, { key })
}

/** It was called something else, and is a complaint. */
export function insistOnComplaint(id: string, text: string, key: string): Promise<TicketDone> {
  return call('POST', `${ticket(id)}/insistence`, { body: { text }, key })
}

export function rateTicket(id: string, body: TicketRating, key: string): Promise<TicketRated> {
  return call('POST', `${ticket(id)}/rating`, { body, key })
}
