import { call } from './client'
import type { Page, PublicArea, PublicCard, PublicFault, PublicFaultDone, PublicFaultRow, PublicReport, PublicService, RegionBranch } from './types'

const ROOT = '/v1/publicareas'
const area = (id: string): string => `${ROOT}/areas/${encodeURIComponent(id)}`
const fault = (id: string): string => `${ROOT}/faults/${encodeURIComponent(id)}`

/** The regions below one (none: the provinces), so many levels deep. */
export function listRegions(within: string, levels: number): Promise<{ items: RegionBranch[] }> {
  return call('GET', '/v1/registry/regions', { query: { within, levels }, open: true })
}

/** Where one may report, in a county. */
export function listPublicAreas(county: string, cursor?: string): Promise<Page<PublicArea>> {
  return call('GET', `${ROOT}/areas`, { query: { county, cursor }, open: true })
}

export function getPublicArea(id: string): Promise<PublicArea> {
  return call('GET', area(id), { open: true })
}

export function listPublicServices(): Promise<Page<PublicService>> {
  return call('GET', `${ROOT}/services`, { open: true })
}

/** What others reported there. */
export function listPublicCards(id: string, bucket: string, cursor?: string): Promise<Page<PublicCard>> {
  return call('GET', `${area(id)}/faults`, { query: { bucket, cursor }, open: true })
}

export function getPublicCard(id: string): Promise<PublicCard> {
  return call('GET', `${ROOT}/cards/${encodeURIComponent(id)}`, { open: true })
}

export function listMyPublicFaults(cursor?: string): Promise<Page<PublicFaultRow>> {
  return call('GET', `${ROOT}/mine`, { query: { cursor } })
}

export function getPublicFault(id: string): Promise<PublicFault> {
  return call('GET', fault(id))
}

export function reportPublicFault(body: PublicReport, key: string): Promise<PublicFaultDone> {
  return call('POST', `${ROOT}/faults`, { body, key })
}

export function reopenPublicFault(id: string, key: string): Promise<PublicFaultDone> {
  return call('POST', `${fault(id)}/reopening`, { key })
}
