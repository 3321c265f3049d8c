import { call } from './client'
import type {
  Page,
  PolicyCalendarEntry,
  PolicyDetail,
  PolicyFact,
  PolicyFactDone,
  PolicyMatch,
  PolicyRow,
  PolicySaved,
  PolicyWhy,
  RegionBranch,
} from './types'

const ROOT = '/v1/policies'
const profile = (id: string): string => `${ROOT}/profiles/${encodeURIComponent(id)}`

export interface PolicyQuery {
  region: string
  tag?: string
  starts?: string
}

/** What a region offers, open to everybody; by a tag, or by the beginning of the name. */
export function listPolicies(asked: PolicyQuery, cursor?: string): Promise<Page<PolicyRow>> {
  return call('GET', `${ROOT}/open`, { query: { ...asked, cursor, limit: 50 }, open: true })
}

export function getPolicy(id: string): Promise<PolicyDetail> {
  return call('GET', `${ROOT}/open/${encodeURIComponent(id)}`, { open: true })
}

export function getCalendar(region: string, month: string, cursor?: string): Promise<Page<PolicyCalendarEntry>> {
  return call('GET', `${ROOT}/calendar`, { query: { region, month, cursor, limit: 50 }, open: true })
}

/** Cities of a province with their counties. */
export function getRegions(within: string): Promise<Page<RegionBranch>> {
  return call('GET', '/v1/registry/regions', { query: { within }, open: true })
}

export function listMatches(enterprise: string): Promise<Page<PolicyMatch>> {
  return call('GET', `${profile(enterprise)}/matches`)
}

export function getWhy(enterprise: string, policy: string): Promise<PolicyWhy> {
  return call('GET', `${profile(enterprise)}/matches/${encodeURIComponent(policy)}`)
}

export function listFacts(enterprise: string): Promise<Page<PolicyFact>> {
  return call('GET', `${profile(enterprise)}/facts`)
}

export function disputeFact(enterprise: string, code: string, reason: string, key: string): Promise<PolicyFactDone> {
  return call('POST', `${profile(enterprise)}/facts/${encodeURIComponent(code)}/dispute`, { body: { reason }, key })
}

export function listSaved(cursor?: string): Promise<Page<PolicySaved>> {
  return call('GET', `${ROOT}/favourites`, { query: { cursor } })
}

export function savePolicy(id: string, key: string): Promise<PolicySaved> {
  return call('POST', `${ROOT}/favourites/${encodeURIComponent(id)}`, { key })
}

export function dropSaved(id: string, key: string): Promise<PolicySaved> {
  return call('POST', `${ROOT}/favourites/${encodeURIComponent(id)}/removal`, { key })
}
