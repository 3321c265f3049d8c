import { call } from './client'
import type {
  ClaimAccount,
  ClaimDone,
  ClaimDraw,
  ClaimDrawnFrom,
  ClaimFilling,
  ClaimKept,
  ClaimPaper,
  ClaimPublic,
  ClaimRating,
  ClaimRatingDone,
  ClaimRatingForm,
  ClaimRow,
  Page,
  PolicyClaim,
} from './types'

const ROOT = '/v1/claims'
const claim = (id: string): string => `${ROOT}/claims/${encodeURIComponent(id)}`
const claiming = (id: string): string => `/v1/claiming/claims/${encodeURIComponent(id)}`

export function listClaims(enterprise: string, cursor?: string): Promise<Page<ClaimRow>> {
  return call('GET', `${ROOT}/enterprises/${encodeURIComponent(enterprise)}/claims`, { query: { cursor } })
}

export function getClaim(id: string): Promise<PolicyClaim> {
  return call('GET', claim(id))
}

/** What the policy said and what was known of the enterprise when the claim was begun. */
export function getClaimKept(id: string): Promise<ClaimKept> {
  return call('GET', `${claim(id)}/snapshot`)
}

export function beginClaim(policy: string, enterprise: string, key: string): Promise<ClaimDone> {
  return call('POST', '/v1/claiming/claims', { body: { policy_id: policy, enterprise_id: enterprise }, key })
}

/** Keeps what was filled in and has its form printed. */
export function fillClaim(id: string, body: ClaimFilling, key: string): Promise<ClaimDone> {
  return call('POST', `${claiming(id)}/form`, { body, key })
}

/** Asks the licence library once more for what it did not answer, or did not have. */
export function lookUpLicences(id: string, key: string): Promise<ClaimDone> {
  return call('POST', `${claiming(id)}/licences`, { key })
}

/** Hands in the form that was seen: exactly this file is sealed. */
export function submitClaim(id: string, sha256: string, key: string): Promise<ClaimDone> {
  return call('POST', `${claiming(id)}/submission`, { body: { form_sha256: sha256 }, key })
}

export function sealClaim(id: string, key: string): Promise<ClaimDone> {
  return call('POST', `${claim(id)}/sealing`, { key })
}

export function agreeClaim(id: string, account: ClaimAccount, key: string): Promise<ClaimDone> {
  return call('POST', `${claiming(id)}/agreement`, { body: { account }, key })
}

export function correctAccount(id: string, account: ClaimAccount, key: string): Promise<ClaimDone> {
  return call('POST', `${claim(id)}/account`, { body: { account }, key })
}

export function mendClaim(id: string, text: string, papers: ClaimPaper[], key: string): Promise<ClaimDone> {
  return call('POST', `${claim(id)}/supplement`, { body: { text, papers }, key })
}

export function withdrawClaim(id: string, key: string): Promise<ClaimDone> {
  return call('POST', `${claim(id)}/withdrawal`, { key })
}

/** What a region intends to pay, open to everybody. */
export function listPublicClaims(region: string, cursor?: string): Promise<Page<ClaimPublic>> {
  return call('GET', `${ROOT}/publicity`, { query: { region, cursor }, open: true })
}

/** A province's monthly draws, the newest first, open to everybody. */
export function listDraws(province: string, cursor?: string): Promise<Page<ClaimDraw>> {
  return call('GET', `${ROOT}/draws`, { query: { province, cursor }, open: true })
}

/** The claims that a province's month is drawn from, open to everybody. */
export function listDrawnFrom(province: string, period: string, cursor?: string): Promise<Page<ClaimDrawnFrom>> {
  return call('GET', `${ROOT}/draws/${province}/${period}/claims`, { query: { limit: '50', cursor }, open: true })
}

export function objectToClaim(id: string, text: string, key: string): Promise<ClaimDone> {
  return call('POST', `${claim(id)}/objections`, { body: { text }, key })
}

/** What the enterprise thinks of how a finished claim was dealt with, and what the office mended; 404 before it was said. */
export function getClaimRating(id: string): Promise<ClaimRating> {
  return call('GET', `${claim(id)}/evaluation`)
}

export function rateClaim(id: string, body: ClaimRatingForm, key: string): Promise<ClaimRatingDone> {
  return call('POST', `${claim(id)}/evaluation`, { body, key })
}
