import { call } from './client'
import type { Affair, AffairRow, CrossDone, Page } from './types'

const ROOT = '/v1/crossregion'

/** What an alliance's zones have to do with each other beside cases, as far as one's own has a part in it. */
export function listAffairs(alliance: string, kind: string, cursor?: string): Promise<Page<AffairRow>> {
  return call('GET', `${ROOT}/desk/alliances/${encodeURIComponent(alliance)}/affairs`, { query: { kind, cursor } })
}

export function getAffair(id: string): Promise<Affair> {
  return call('GET', `${ROOT}/desk/affairs/${encodeURIComponent(id)}`)
}

/** A zone adds its answer, report, use or review. */
export function addToAffair(id: string, body: { zone: string; text: string; source: string }, key: string): Promise<CrossDone> {
  return call('POST', `${ROOT}/desk/affairs/${encodeURIComponent(id)}/parts`, { body, key })
}

/** Where one is or was sent oneself. */
export function listPostings(cursor?: string): Promise<Page<AffairRow>> {
  return call('GET', `${ROOT}/postings`, { query: { cursor } })
}

export function getPosting(id: string): Promise<Affair> {
  return call('GET', `${ROOT}/postings/${encodeURIComponent(id)}`)
}
