import { call } from './client'
import type { Handling, Matter, MatterDone, MatterFilling, MatterEntry, MatterRow, Page } from './types'

const one = (id: string): string => `/v1/matters/mine/${encodeURIComponent(id)}`

/** Whether an item of the guides is handled online, and what its office asks. */
export function getHandling(item: string): Promise<Handling> {
  return call('GET', `/v1/handling/items/${encodeURIComponent(item)}`, { open: true })
}

/** Begin an item; who has a draft of it goes on with that one. `talk`: the conversation in which it was sent. */
export function beginMatter(item: string, talk: string, key: string): Promise<MatterDone> {
  return call('POST', '/v1/handling/matters', { body: { item_id: item, talk_id: talk }, key })
}

/** Begin anew what lapsed, with what it had. */
export function againMatter(id: string, key: string): Promise<MatterDone> {
  return call('POST', `/v1/handling/matters/${encodeURIComponent(id)}/again`, { key })
}

export function listMyMatters(cursor?: string): Promise<Page<MatterRow>> {
  return call('GET', '/v1/matters/mine', { query: { cursor } })
}

export function getMatter(id: string): Promise<Matter> {
  return call('GET', one(id))
}

export function saveMatter(id: string, body: MatterFilling, key: string): Promise<MatterDone> {
  return call('PUT', `${one(id)}/filling`, { body, key })
}

/** An official looks at the papers before they are handed in. */
export function askMatterCheck(id: string, key: string): Promise<MatterDone> {
  return call('POST', `${one(id)}/check`, { key })
}

export function submitMatter(id: string, body: MatterFilling, key: string): Promise<MatterDone> {
  return call('POST', `${one(id)}/submission`, { body, key })
}

/** The papers that the office asked for, once. */
export function supplyMatter(id: string, entries: MatterEntry[], key: string): Promise<MatterDone> {
  return call('POST', `${one(id)}/supplement`, { body: { entries }, key })
}

export function withdrawMatter(id: string, key: string): Promise<MatterDone> {
  return call('POST', `${one(id)}/withdrawal`, { key })
}

/** Stars and words for what ended, once. */
export function rateMatter(id: string, body: { stars: number; text: string }, key: string): Promise<MatterDone> {
  return call('POST', `${one(id)}/rating`, { body, key })
}
