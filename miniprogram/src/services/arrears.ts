import { call } from './client'
import type {
  Accused,
  AccusedRow,
  Complaining,
  Complaint,
  ComplaintDone,
  ComplaintRow,
  PayMonth,
  PayMonthRow,
  Page,
  UnitReply,
} from './types'

const ROOT = '/v1/arrears'
const complaint = (id: string): string => `${ROOT}/complaints/${encodeURIComponent(id)}`
const month = (id: string): string => `${ROOT}/pay/${encodeURIComponent(id)}`

/** One's own months of pay with the day each is due, newest first. */
export function listMonths(cursor?: string): Promise<Page<PayMonthRow>> {
  return call('GET', `${ROOT}/pay`, { query: { cursor } })
}

export function getMonth(id: string): Promise<PayMonth> {
  return call('GET', month(id))
}

export function complain(body: Complaining, key: string): Promise<ComplaintDone> {
  return call('POST', `${ROOT}/complaints`, { body, key })
}

export function listComplaints(cursor?: string): Promise<Page<ComplaintRow>> {
  return call('GET', `${ROOT}/complaints`, { query: { cursor } })
}

export function getComplaint(id: string): Promise<Complaint> {
  return call('GET', complaint(id))
}

/** Everything known of the month, with the log's receipt, to keep. */
export function getEvidence(id: string): Promise<unknown> {
  return call('GET', `${complaint(id)}/evidence`)
}

export function answerProposal(id: string, agreed: boolean, key: string): Promise<ComplaintDone> {
  return call('POST', `${complaint(id)}/answer`, { body: { agreed }, key })
}

export function closeComplaint(id: string, key: string): Promise<ComplaintDone> {
  return call('POST', `${complaint(id)}/closing`, { key })
}

export function insistOnComplaint(id: string, key: string): Promise<ComplaintDone> {
  return call('POST', `${complaint(id)}/insistence`, { key })
}

export function withdrawComplaint(id: string, key: string): Promise<ComplaintDone> {
  return call('POST', `${complaint(id)}/withdrawal`, { key })
}

/** Late months of a project by level, for its units. */
export function listLate(where: string, bucket: string, cursor?: string): Promise<Page<PayMonthRow>> {
  return call('GET', `${ROOT}/late`, { query: { where, bucket, cursor } })
}

export function answerWarning(id: string, text: string, key: string): Promise<PayMonthRow> {
  return call('POST', `${month(id)}/answer`, { body: { text }, key })
}

/** Complaints that a unit must answer; who hid the name is not in them. */
export function listAccusations(where: string, cursor?: string): Promise<Page<AccusedRow>> {
  return call('GET', `${ROOT}/accusations`, { query: { where, bucket: 'open', cursor } })
}

export function getAccusation(id: string): Promise<Accused> {
  return call('GET', `${ROOT}/accusations/${encodeURIComponent(id)}`)
}

export function replyToComplaint(id: string, body: UnitReply, key: string): Promise<AccusedRow> {
  return call('POST', `${ROOT}/accusations/${encodeURIComponent(id)}/reply`, { body, key })
}
