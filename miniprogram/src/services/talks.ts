import { call } from './client'
import type { Page, Talk, TalkDone, TalkOpening, TalkPresence, TalkRow, TalkTicket, TicketRating } from './types'

const ROOT = '/v1/helpdesk'
const talk = (id: string): string => `${ROOT}/conversations/${encodeURIComponent(id)}`

/** Whether somebody would talk now, and which conversation is open already. */
export function whoIsThere(region: string, topic: string): Promise<TalkPresence> {
  return call('GET', `${ROOT}/presence`, { query: { region, topic } })
}

export function beginTalk(body: TalkOpening, key: string): Promise<TalkDone> {
  return call('POST', `${ROOT}/conversations`, { body, key })
}

export function listMyTalks(cursor?: string): Promise<Page<TalkRow>> {
  return call('GET', `${ROOT}/conversations`, { query: { cursor } })
}

/** A conversation with what follows a line. */
export function getTalk(id: string, after: number): Promise<Talk> {
  return call('GET', talk(id), { query: { after } })
}

/** Words, or a file that has arrived. */
export function sayLine(id: string, body: { text?: string; file_id?: string }, key: string): Promise<TalkDone> {
  return call('POST', `${talk(id)}/lines`, { body, key })
}

export function markRead(id: string, number: number): Promise<unknown> {
  return call('PUT', `${talk(id)}/reading`, { body: { number } })
}

export function endTalk(id: string, key: string): Promise<TalkDone> {
  return call('POST', `${talk(id)}/ending`, { key })
}

export function talkToTicket(id: string, body: TalkTicket, key: string): Promise<TalkDone> {
  return call('POST', `${talk(id)}/ticket`, { body, key })
}

export function rateTalk(id: string, body: TicketRating, key: string): Promise<TalkDone> {
  return call('POST', `${talk(id)}/rating`, { body, key })
}
