import { call } from './client'
import type {
  BuilderPromise,
  Defect,
  DefectCategory,
  DefectDone,
  DefectReport,
  DefectRow,
  DoorCard,
  Home,
  HomeBound,
  HomeFact,
  HomeFactKind,
  HomeInvitation,
  HomeInvitationForm,
  HomeRow,
  HomesIssue,
  HomesIssueRow,
  Inspected,
  InspectedSheet,
  LeavingDone,
  LikelyDefects,
  NotFixed,
  Offer,
  Page,
} from './types'

const ROOT = '/v1/homes'
const home = (id: string): string => `${ROOT}/homes/${encodeURIComponent(id)}`
const defect = (id: string): string => `${ROOT}/defects/${encodeURIComponent(id)}`
const issue = (id: string): string => `${ROOT}/issues/${encodeURIComponent(id)}`
const offer = (code: string): string => `${ROOT}/invitations/${encodeURIComponent(code)}`

/** What anybody sees who scans a door: which home it is, nothing about who lives there. */
export function getDoor(code: string): Promise<DoorCard> {
  return call('GET', `${ROOT}/codes/${encodeURIComponent(code)}`, { open: true })
}

export function bindHome(code: string, tail: string, key: string): Promise<HomeBound> {
  return call('POST', `${ROOT}/homes`, { body: { code, contract_tail: tail }, key })
}

export function listMyHomes(cursor?: string): Promise<Page<HomeRow>> {
  return call('GET', `${ROOT}/homes`, { query: { cursor } })
}

export function getHome(id: string): Promise<Home> {
  return call('GET', home(id))
}

export function getOffer(code: string): Promise<Offer> {
  return call('GET', offer(code))
}

export function acceptOffer(code: string, key: string): Promise<HomeBound> {
  return call('POST', `${offer(code)}/acceptance`, { key })
}

export function inviteToHome(id: string, body: HomeInvitationForm, key: string): Promise<HomeInvitation> {
  return call('POST', `${home(id)}/invitations`, { body, key })
}

export function leaveHome(id: string, key: string): Promise<LeavingDone> {
  return call('POST', `${home(id)}/leaving`, { key })
}

export function stayInHome(id: string, key: string): Promise<LeavingDone> {
  return call('POST', `${home(id)}/leaving/undoing`, { key })
}

export function removeTenant(id: string, person: string, key: string): Promise<LeavingDone> {
  return call('POST', `${home(id)}/residents/${encodeURIComponent(person)}/removal`, { key })
}

/** One of the four transparencies of a home. */
export function listHomeFacts(id: string, kind: HomeFactKind): Promise<Page<HomeFact>> {
  return call('GET', `${home(id)}/facts`, { query: { kind } })
}

/** The inspection sheets of a home that its people may see. */
export function listInspected(id: string, cursor?: string): Promise<Page<Inspected>> {
  return call('GET', `${home(id)}/inspections`, { query: { cursor } })
}

export function getInspected(id: string): Promise<InspectedSheet> {
  return call('GET', `${ROOT}/inspections/${encodeURIComponent(id)}`)
}

/** Before reporting: what the warranty says, and what may have been reported already. */
export function findLikely(id: string, category: DefectCategory, room: string): Promise<LikelyDefects> {
  return call('GET', `${home(id)}/likely-defects`, { query: { category, room } })
}

export function reportDefect(id: string, body: DefectReport, key: string): Promise<DefectDone> {
  return call('POST', `${home(id)}/defects`, { body, key })
}

export function listDefects(id: string, cursor?: string): Promise<Page<DefectRow>> {
  return call('GET', `${home(id)}/defects`, { query: { cursor } })
}

export function getDefect(id: string): Promise<Defect> {
  return call('GET', defect(id))
}

export function confirmRepair(id: string, key: string): Promise<DefectDone> {
  return call('POST', `${defect(id)}/confirmation`, { key })
}

export function rejectRepair(id: string, body: NotFixed, key: string): Promise<DefectDone> {
  return call('POST', `${defect(id)}/rejection`, { body, key })
}

export function reopenDefect(id: string, body: NotFixed, key: string): Promise<DefectDone> {
  return call('POST', `${defect(id)}/reopening`, { body, key })
}

export function rateRepair(id: string, stars: number, text: string, key: string): Promise<DefectDone> {
  return call('POST', `${defect(id)}/rating`, { body: { stars, text }, key })
}

export function withdrawDefect(id: string, key: string): Promise<DefectDone> {
  return call('POST', `${defect(id)}/withdrawal`, { key })
}

/** Faults that many homes of an estate share. */
export function listEstateIssues(estate: string, cursor?: string): Promise<Page<HomesIssueRow>> {
  return call('GET', `${ROOT}/estates/${encodeURIComponent(estate)}/issues`, { query: { cursor } })
}

export function getEstateIssue(id: string): Promise<HomesIssue> {
  return call('GET', issue(id))
}

export function joinEstateIssue(id: string, defectId: string, key: string): Promise<DefectDone> {
  return call('POST', `${issue(id)}/defects`, { body: { defect_id: defectId }, key })
}

/** A builder's public page: how soon it answers and repairs. */
export function getPromise(builder: string): Promise<BuilderPromise> {
  return call('GET', `${ROOT}/builders/${encodeURIComponent(builder)}/promise`, { open: true })
}
