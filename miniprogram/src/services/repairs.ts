import { call } from './client'
import type { Defect, DefectDone, Page, RepairForm, RepairRow, VisitAppointment, VisitForm } from './types'

const ROOT = '/v1/homes'
const defect = (id: string): string => `${ROOT}/defects/${encodeURIComponent(id)}`

/** What a unit has to repair, what is due first at the head. */
export function listRepairs(unit: string, cursor?: string): Promise<Page<RepairRow>> {
  return call('GET', `${ROOT}/repairs`, { query: { contractor: unit, cursor } })
}

export function getRepair(id: string): Promise<Defect> {
  return call('GET', defect(id))
}

export function appointVisit(id: string, body: VisitAppointment, key: string): Promise<DefectDone> {
  return call('POST', `${defect(id)}/appointment`, { body, key })
}

export function recordVisit(id: string, body: VisitForm, key: string): Promise<DefectDone> {
  return call('POST', `${defect(id)}/visit`, { body, key })
}

export function recordRepair(id: string, body: RepairForm, key: string): Promise<DefectDone> {
  return call('POST', `${defect(id)}/repair`, { body, key })
}
