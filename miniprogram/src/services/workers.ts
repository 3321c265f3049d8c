import { call } from './client'
import type {
  AcceptanceBody,
  AmendmentProposal,
  Application,
  Authorisation,
  AuthorisationForm,
  BulkLine,
  Contract,
  ContractDone,
  ContractRow,
  LogEntry,
  Member,
  Page,
  Project,
  ProjectCard,
  SignatureBody,
  Site,
  SiteForm,
  Team,
  TeamCard,
  TeamChange,
  TeamForm,
} from './types'

const ROOT = '/v1/workers'
const contract = (id: string): string => `${ROOT}/contracts/${encodeURIComponent(id)}`
const project = (id: string): string => `${ROOT}/projects/${encodeURIComponent(id)}`
const team = (id: string): string => `${ROOT}/teams/${encodeURIComponent(id)}`

/** The team behind a scanned code, in what a worker must know before joining. Needs no sign-in. */
export function getTeamCard(code: string): Promise<TeamCard> {
  return call('GET', `${ROOT}/codes/${encodeURIComponent(code)}`, { open: true })
}

export function applyToJoin(body: Application, key: string): Promise<ContractDone> {
  return call('POST', `${ROOT}/contracts`, { body, key })
}

export function listMyContracts(cursor?: string, limit?: number): Promise<Page<ContractRow>> {
  return call('GET', `${ROOT}/contracts`, { query: { cursor, limit } })
}

export function getContract(id: string): Promise<Contract> {
  return call('GET', contract(id))
}

export function signContract(id: string, body: SignatureBody, key: string): Promise<ContractDone> {
  return call('POST', `${contract(id)}/signature`, { body, key })
}

export function withdrawContract(id: string, key: string): Promise<ContractDone> {
  return call('POST', `${contract(id)}/withdrawal`, { key })
}

export function countersign(id: string, key: string): Promise<ContractDone> {
  return call('POST', `${contract(id)}/countersignature`, { key })
}

export function countersignMany(contract_ids: string[], key: string): Promise<{ results: BulkLine[] }> {
  return call('POST', `${ROOT}/countersignatures`, { body: { contract_ids }, key })
}

export function refuseContract(id: string, reason: string, key: string): Promise<ContractDone> {
  return call('POST', `${contract(id)}/refusal`, { body: { reason }, key })
}

export function retrySealing(id: string, key: string): Promise<ContractDone> {
  return call('POST', `${contract(id)}/sealing`, { key })
}

export function proposeAmendment(id: string, body: AmendmentProposal, key: string): Promise<ContractDone> {
  return call('POST', `${contract(id)}/amendments`, { body, key })
}

/** A worker accepts with a handwriting, an operator without. */
export function acceptAmendment(
  id: string,
  amendmentId: string,
  body: AcceptanceBody,
  key: string,
): Promise<ContractDone> {
  return call('POST', `${contract(id)}/amendments/${encodeURIComponent(amendmentId)}/acceptance`, { body, key })
}

export function refuseAmendment(id: string, amendmentId: string, reason: string, key: string): Promise<ContractDone> {
  return call('POST', `${contract(id)}/amendments/${encodeURIComponent(amendmentId)}/refusal`, { body: { reason }, key })
}

export function getContractLog(id: string): Promise<Page<LogEntry>> {
  return call('GET', `${contract(id)}/log`)
}

/** A receipt that anyone can check offline against the log's signed checkpoint. */
export function getReceipt(id: string): Promise<unknown> {
  return call('GET', `${contract(id)}/receipt`)
}

export function listProjects(): Promise<Page<ProjectCard>> {
  return call('GET', `${ROOT}/projects`)
}

export function getProject(id: string): Promise<Project> {
  return call('GET', project(id))
}

export function listProjectContracts(id: string, state?: string, cursor?: string): Promise<Page<ContractRow>> {
  return call('GET', `${project(id)}/contracts`, { query: { state, cursor } })
}

/** What the notice board on the site must say (条例 Art. 34). */
export function describeSite(id: string, body: SiteForm, key: string): Promise<Site> {
  return call('PUT', `${project(id)}/site`, { body, key })
}

export function createTeam(projectId: string, body: TeamForm, key: string): Promise<Team> {
  return call('POST', `${project(projectId)}/teams`, { body, key })
}

export function changeTeam(id: string, body: Partial<TeamChange>, key: string): Promise<Team> {
  return call('PUT', team(id), { body, key })
}

export function getTeam(id: string): Promise<Team> {
  return call('GET', team(id))
}

export function renewTeamCode(id: string, key: string): Promise<Team> {
  return call('POST', `${team(id)}/code`, { key })
}

/** The notice board with the team's code, to be printed; drawn in the background. */
export function orderPoster(id: string, key: string): Promise<{ document_id: string }> {
  return call('POST', `${team(id)}/poster`, { key })
}

export function listMembers(id: string, cursor?: string): Promise<Page<Member>> {
  return call('GET', `${team(id)}/members`, { query: { cursor } })
}

export function listAuthorisations(): Promise<Page<Authorisation>> {
  return call('GET', `${ROOT}/authorisations`)
}

/** Contracts of this project are countersigned without asking each time, up to a date and a number. */
export function authorise(body: AuthorisationForm, key: string): Promise<Authorisation> {
  return call('POST', `${ROOT}/authorisations`, { body, key })
}

export function revokeAuthorisation(id: string, key: string): Promise<Authorisation> {
  return call('DELETE', `${ROOT}/authorisations/${encodeURIComponent(id)}`, { key })
}
