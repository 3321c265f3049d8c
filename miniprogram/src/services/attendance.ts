import { call } from './client'
import type { AnswerForm, CorrectionForm, Day, DayDone, Employed, Month, Page, Roll, RollDone, RollForm, ScanDone, PunchForm, TeamCode, TeamDayCard } from './types'

const ROOT = '/v1/attendance'
const dayOf = (contractId: string, day: string): string => `${ROOT}/contracts/${encodeURIComponent(contractId)}/days/${day}`
const rollOf = (teamId: string, day: string): string => `${ROOT}/teams/${encodeURIComponent(teamId)}/days/${day}/roll`

/** Where the worker's days are kept, with those that wait for an answer. */
export function listEmployments(): Promise<Page<Employed>> {
  return call('GET', `${ROOT}/contracts`)
}

/** A month of days, `2026-11`. */
export function getMonth(contractId: string, month: string): Promise<Month> {
  return call('GET', `${ROOT}/contracts/${encodeURIComponent(contractId)}/months/${month}`)
}

export function getDay(contractId: string, day: string): Promise<Day> {
  return call('GET', dayOf(contractId, day))
}

export function answerDay(contractId: string, day: string, body: AnswerForm, key: string): Promise<DayDone> {
  return call('POST', `${dayOf(contractId, day)}/answer`, { body, key })
}

export function claimDay(contractId: string, day: string, body: AnswerForm, key: string): Promise<DayDone> {
  return call('POST', `${dayOf(contractId, day)}/claim`, { body, key })
}

/** Foreman or clerk change a day, with a reason that the worker reads. */
export function correctDay(contractId: string, day: string, body: CorrectionForm, key: string): Promise<DayDone> {
  return call('POST', `${dayOf(contractId, day)}/correction`, { body, key })
}

export function listTeams(): Promise<Page<TeamDayCard>> {
  return call('GET', `${ROOT}/teams`)
}

export function getRoll(teamId: string, day: string): Promise<Roll> {
  return call('GET', rollOf(teamId, day))
}

/** The whole team's day in one act. */
export function callRoll(teamId: string, day: string, body: RollForm, key: string): Promise<RollDone> {
  return call('POST', rollOf(teamId, day), { body, key })
}

/** The code to show for the next half minute. */
export function getTeamCode(teamId: string): Promise<TeamCode> {
  return call('GET', `${ROOT}/teams/${encodeURIComponent(teamId)}/code`)
}

export function scanIn(body: PunchForm, key: string): Promise<ScanDone> {
  return call('POST', `${ROOT}/scans`, { body, key })
}
