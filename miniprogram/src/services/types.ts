/** Wire shapes of the service, as docs/openapi.json states them. Money is integer fen, instants are ISO 8601 UTC, dates are dates. */

export interface Page<T> {
  items: T[]
  next_cursor: string | null
}

export interface Role {
  role: RoleCode
  role_label: string
  scope: string
  scope_label: string
}

export type RoleCode =
  | 'person'
  | 'foreman'
  | 'labour_clerk'
  | 'operator'
  | 'enterprise_admin'
  | 'project_manager'
  | 'county_officer'
  | 'city_officer'
  | 'province_officer'
  | 'platform_admin'

export interface Preferences {
  elder_mode: boolean
  speech: boolean
  high_contrast: boolean
}

export interface Me {
  person_id: string
  name_masked: string | null
  phone_masked: string | null
  id_number_masked: string | null
  real_name: 'none' | 'verified'
  verified_at: string | null
  roles: Role[]
  preferences: Preferences
}

export interface Tokens {
  access_token: string
  refresh_token: string
  token_type: string
  expires_in: number
  me: Me
}

export interface SignedInDevice {
  session_id: string
  device: string | null
  created_at: string
  last_seen_at: string | null
  current: boolean
}

export interface Pay {
  basis: 'daily' | 'hourly' | 'piece' | 'monthly' | 'quota'
  amount_fen: number
  unit: string
  pay_day: number
  pay_method: string
}

export interface Job {
  trade_code: string
  trade_name: string
  high_risk: boolean
  pay: Pay
}

export interface PhoneLine {
  label: string
  phone: string
}

export interface TeamCard {
  team_id: string
  team_name: string
  project: { id: string; name: string; county_name: string; address: string }
  employer: { id: string; name: string }
  general_contractor: { name: string }
  foreman_name_masked: string
  labour_clerk: { name_masked: string; phone: string } | null
  jobs: Job[]
  insurance: string[] | string
  complaint_phones: PhoneLine[]
  open: boolean
}

export interface Period {
  kind: 'fixed' | 'task'
  start: string
  end: string | null
}

export interface Terms {
  period: Period
  workplace: string
  content: string
  hours: string
  rest: string
  pay: Pay
  insurance: string[]
  protection: string
  liability: string
  dispute: string
}

export type ContractState =
  | 'offered'
  | 'worker_signed'
  | 'countersigned'
  | 'sealed'
  | 'failed'
  | 'refused'
  | 'withdrawn'
  | 'lapsed'
  | 'ended'
  | 'expired'

export type ContractAct =
  | 'sign'
  | 'withdraw'
  | 'countersign'
  | 'refuse'
  | 'end'
  | 'change'
  | 'supplement'
  | 'accept_change'
  | 'refuse_change'

export interface TimelineStep {
  key: string
  label: string
  at: string | null
  by_label: string | null
  state: 'done' | 'now' | 'todo' | 'failed'
  due_at: string | null
}

export interface ContractDocument {
  status: 'preparing' | 'ready' | 'sealing' | 'sealed' | 'failed'
  document_id: string | null
  sha256: string | null
  sealed_sha256: string | null
  verify_url: string | null
}

export interface Amendment {
  id: string
  kind: 'supplement' | 'change' | 'end'
  kind_label: string
  state: 'proposed' | 'accepted' | 'refused' | 'lapsed' | 'sealed'
  state_label: string
  reason: string
  effective_on: string
  changes: AmendmentChanges
  proposed_by_label: string
  awaits_me: boolean
  document: ContractDocument | null
}

export interface AmendmentChanges {
  pay?: Pay
  period_end?: string
  trade_code?: string
  text?: string
}

export interface Contract {
  id: string
  number: string
  state: ContractState
  state_label: string
  project: { id: string; name: string; county_name?: string }
  employer: { id: string; name: string }
  team: { id: string; name: string }
  worker: { name_masked: string; id_number_masked: string }
  trade: { code: string; name: string }
  terms: Terms
  document: ContractDocument
  timeline: TimelineStep[]
  plain: { heading: string; text: string }[]
  actions: ContractAct[]
  amendments: Amendment[]
  opened_at: string
  version: number
}

export interface ContractRow {
  id: string
  number: string
  state: ContractState
  state_label: string
  project: { id: string; name: string }
  employer: { id: string; name: string }
  team: { id: string; name: string }
  worker: { name_masked: string }
  trade: { code: string; name: string }
  pay: Pay
  opened_at: string
}

/** A point of the pen: x, y in CSS pixels of the pad, t in milliseconds from the first touch, p pressure 0 to 1. */
export type Point = [x: number, y: number, t: number, p: number]
export type Stroke = Point[]

export interface Handwriting {
  strokes: Stroke[]
  width: number
  height: number
}

export interface SignatureBody extends Handwriting {
  document_sha256: string
  consent_version: string
  read_aloud: boolean
}

export interface NewContract {
  code: string
  trade_code: string
  period: Period
  training_confirmed: boolean
  emergency_contact?: { name: string; phone: string }
}

export interface NewAmendment {
  kind: Amendment['kind']
  reason: string
  effective_on: string
  changes: AmendmentChanges
}

export interface LogEntry {
  at: string
  label: string
  by_label: string | null
  hash: string
}

export interface ProjectRow {
  id: string
  name: string
  county_name: string
  my_roles: RoleCode[]
  counts: { offered: number; worker_signed: number; sealed: number }
}

export interface TeamRow {
  id: string
  name: string
  employer: { id: string; name: string }
  foreman_name_masked: string
  open: boolean
  members: number
}

export interface Project extends ProjectRow {
  units: { enterprise_id: string; name: string; kind: string }[]
  teams: TeamRow[]
  site: {
    pay_day: number
    labour_clerk: { name_masked: string; phone: string } | null
    complaint_phones: PhoneLine[]
    minimum_wage_fen: number | null
  } | null
}

export interface Team extends TeamRow {
  project: { id: string; name: string }
  jobs: Job[]
  code: string
  code_url: string
  code_version: number
  version: number
}

export interface TeamBody {
  enterprise_id: string
  name: string
  foreman_phone?: string
  jobs: Job[]
}

export interface Authorisation {
  id: string
  enterprise: { id: string; name: string }
  project: { id: string; name: string }
  until: string
  limit: number
  used: number
  state: 'active' | 'revoked' | 'used_up' | 'expired'
  state_label: string
}

export interface CountersignResult {
  contract_id: string
  ok: boolean
  problem?: { title: string; next?: string } | null
}

export interface Notice {
  id: string
  title: string
  text: string
  link: string | null
  at: string
  read: boolean
  kind: string
}

export interface DocumentFile {
  url: string
  expires_at: string
  sha256: string
  filename: string
}

export interface Verification {
  kind_label: string
  number: string
  state_label: string
  valid: boolean
  issued_at: string | null
  sealed_at: string | null
  parties: { role: string; name: string }[]
  sha256: string | null
}
