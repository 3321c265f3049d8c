import { call } from './client'
import type { Page, SharedSheet, Sharing, SharingDone, SharingOffer, SharingRow, SharingStop, SharingTrace } from './types'

const ROOT = '/v1/assistance/sharings'
const sharing = (id: string): string => `${ROOT}/${encodeURIComponent(id)}`

/** Agree that whoever hears the code may look at a form. */
export function offerSharing(body: SharingOffer, key: string): Promise<SharingDone> {
  return call('POST', ROOT, { body, key })
}

/** Agree that the agent with whom one talks may look: no code is read out. */
export function inviteHelper(talk: string, body: SharingOffer, key: string): Promise<SharingDone> {
  return call('POST', `/v1/handling/conversations/${encodeURIComponent(talk)}/sharings`, { body, key })
}

export function getSharing(id: string): Promise<Sharing> {
  return call('GET', sharing(id))
}

/** Who looked at one's forms, the newest first. */
export function listSharings(cursor?: string): Promise<Page<SharingRow>> {
  return call('GET', ROOT, { query: { cursor } })
}

/** What is remembered of one time: which fields were seen, what was proposed. */
export function getTrace(id: string): Promise<SharingTrace> {
  return call('GET', `${sharing(id)}/trace`)
}

/** The form as it stands now. What is private has no value here. */
export function putSheet(id: string, body: SharedSheet): Promise<unknown> {
  return call('PUT', `${sharing(id)}/sheet`, { body })
}

/** What the other browser needs to take up the picture of this screen. */
export function putScreen(id: string, sdp: string): Promise<unknown> {
  return call('PUT', `${sharing(id)}/screen`, { body: { sdp } })
}

export function answerProposal(id: string, number: number, accepted: boolean, key: string): Promise<SharingDone> {
  return call('POST', `${sharing(id)}/proposals/${number}/answer`, { body: { accepted }, key })
}

export function stopSharing(id: string, why: SharingStop['why'], key: string): Promise<SharingDone> {
  return call('POST', `${sharing(id)}/ending`, { body: { why }, key })
}
