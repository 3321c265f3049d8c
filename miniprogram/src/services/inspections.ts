import { call } from './client'
import type { EntriesDone, FindingEntry, Inspected, InspectedSheet, InspectionDone, Page } from './types'

const ROOT = '/v1/homes/inspections'
const sheet = (id: string): string => `${ROOT}/${encodeURIComponent(id)}`

/** The sheets that I fill in, the latest first. */
export function listMySheets(cursor?: string): Promise<Page<Inspected>> {
  return call('GET', ROOT, { query: { cursor } })
}

export function getSheet(id: string): Promise<InspectedSheet> {
  return call('GET', sheet(id))
}

/** An owner inspects the home by the same list as the builder did. */
export function beginOwnSheet(home: string, key: string): Promise<InspectedSheet> {
  return call('POST', `/v1/homes/homes/${encodeURIComponent(home)}/inspections`, { body: { kind: 'buyer' }, key })
}

export function enterFindings(id: string, entries: FindingEntry[], key: string): Promise<EntriesDone> {
  return call('POST', `${sheet(id)}/entries`, { body: { entries }, key })
}

export function finishSheet(id: string, key: string): Promise<InspectionDone> {
  return call('POST', `${sheet(id)}/finishing`, { key })
}

export function signSheet(id: string, digest: string, key: string): Promise<InspectionDone> {
  return call('POST', `${sheet(id)}/signatures`, { body: { digest }, key })
}

/** Another round of what failed. */
export function beginNextRound(id: string, key: string): Promise<InspectedSheet> {
  return call('POST', `${sheet(id)}/rounds`, { key })
}
