import { call } from './client'
import type { Alliance, AllianceRow, CrossApply, CrossCase, CrossDone, CrossItem, CrossPage, CrossRow, CrossWindow, CrossWish, Page } from './types'

const ROOT = '/v1/crossregion'
const alliance = (id: string): string => `${ROOT}/alliances/${encodeURIComponent(id)}`
const one = (id: string): string => `${ROOT}/cases/${encodeURIComponent(id)}`

/** The alliances of a county, and of the city and province above it. */
export function listAlliances(region: string): Promise<Page<AllianceRow>> {
  return call('GET', `${ROOT}/alliances`, { query: { region }, open: true })
}

export function getAlliance(id: string): Promise<Alliance> {
  return call('GET', alliance(id), { open: true })
}

/** What a zone handles for people elsewhere. */
export function listCrossItems(id: string, region: string, cursor?: string): Promise<Page<CrossItem>> {
  return call('GET', `${alliance(id)}/items`, { query: { region, limit: '50', cursor }, open: true })
}

export function getCrossItem(id: string, code: string): Promise<CrossItem> {
  return call('GET', `${alliance(id)}/items/${encodeURIComponent(code)}`, { open: true })
}

export function listMyCrossCases(cursor?: string): Promise<Page<CrossRow>> {
  return call('GET', `${ROOT}/cases`, { query: { cursor } })
}

export function getCrossCase(id: string): Promise<CrossCase> {
  return call('GET', one(id))
}

export function applyCross(body: CrossApply, key: string): Promise<CrossDone> {
  return call('POST', `${ROOT}/cases`, { body, key })
}

/** A page that was missing or unclear comes anew. */
export function putCrossPageRight(id: string, number: number, file: string, key: string): Promise<CrossDone> {
  return call('POST', `${one(id)}/pages`, { body: { number, file_id: file }, key })
}

/** The papers that the home zone asked for, once. */
export function supplyCross(id: string, pages: CrossPage[], key: string): Promise<CrossDone> {
  return call('POST', `${one(id)}/supplement`, { body: { pages }, key })
}

export function withdrawCross(id: string, key: string): Promise<CrossDone> {
  return call('POST', `${one(id)}/withdrawal`, { key })
}

/** A word on every page of a result: here, missing, or not as listed. */
export function signForCross(id: string, digest: string, verdicts: Record<string, string>, key: string): Promise<CrossDone> {
  return call('POST', `${one(id)}/custody`, { body: { digest, verdicts }, key })
}

/** Where a zone takes files in; empty while it entered none. */
export function getCrossWindow(region: string): Promise<CrossWindow> {
  return call('GET', `${ROOT}/windows/${encodeURIComponent(region)}`, { open: true })
}

/** A matter that no list has, as somebody calls it. */
export function wishCross(region: string, what: string, key: string): Promise<CrossWish> {
  return call('POST', `${ROOT}/wishes`, { body: { region, what }, key })
}

/** The chain of custody, to be checked by anybody. */
export function getCrossReceipt(id: string): Promise<object> {
  return call('GET', `${one(id)}/receipt`)
}
