import { call } from './client'
import type {
  AssistedBody,
  ConfirmationBody,
  Identification,
  LogEntry,
  ObjectionForm,
  Page,
  TeamLine,
  WageDone,
  WageLine,
  WageRow,
  WageWord,
} from './types'

const ROOT = '/v1/wages'
const line = (id: string): string => `${ROOT}/lines/${encodeURIComponent(id)}`

/** One's own months, the newest first. */
export function listMyWages(cursor?: string, limit?: number): Promise<Page<WageRow>> {
  return call('GET', `${ROOT}/lines`, { query: { cursor, limit } })
}

export function getWageLine(id: string): Promise<WageLine> {
  return call('GET', line(id))
}

export function getWageLog(id: string): Promise<Page<LogEntry>> {
  return call('GET', `${line(id)}/log`)
}

/** A receipt that anyone can check offline against the log's signed checkpoint. */
export function getWageReceipt(id: string): Promise<unknown> {
  return call('GET', `${line(id)}/receipt`)
}

/** The worker has this line before them: what changes later is shown as changed. */
export function seeWageLine(id: string, key: string): Promise<WageDone> {
  return call('POST', `${line(id)}/sight`, { key })
}

export function confirmWages(id: string, body: ConfirmationBody, key: string): Promise<WageDone> {
  return call('POST', `${line(id)}/confirmation`, { body, key })
}

export function objectToWages(id: string, body: ObjectionForm, key: string): Promise<WageDone> {
  return call('POST', `${line(id)}/objection`, { body, key })
}

export function insistOnObjection(id: string, key: string): Promise<WageDone> {
  return call('POST', `${line(id)}/insistence`, { key })
}

/** Whether the money came. */
export function sayOfMoney(id: string, word: WageWord, amount_fen: number | undefined, key: string): Promise<WageDone> {
  return call('POST', `${line(id)}/word`, { body: { word, amount_fen }, key })
}

/** The employer stays with the line and says why. */
export function answerObjection(id: string, reason: string, key: string): Promise<WageDone> {
  return call('POST', `${line(id)}/answer`, { body: { reason }, key })
}

/** Who of one's own team has not answered yet. */
export function listTeamWages(project: string, team: string, month: string): Promise<Page<TeamLine>> {
  const path = `${ROOT}/projects/${encodeURIComponent(project)}/teams/${encodeURIComponent(team)}/lines`
  return call('GET', path, { query: { month } })
}

/** A team-mate without a phone says who they are; then their line is shown. */
export function openForMate(id: string, body: Identification, key: string): Promise<WageLine> {
  return call('POST', `${line(id)}/assistance`, { body, key })
}

export function confirmForMate(id: string, body: AssistedBody, key: string): Promise<WageDone> {
  return call('POST', `${line(id)}/assisted-confirmation`, { body, key })
}
