import { call } from './client'
import type { Page, SealApplication, SealApplicationForm, SealCustodian, SealFolder, SealStep, SealUse, SealView } from './types'

const of = (enterprise: string): string => `/v1/documents/seals/${encodeURIComponent(enterprise)}`

export function getSealFolder(enterprise: string): Promise<SealFolder> {
  return call('GET', of(enterprise))
}

export function listSealSteps(enterprise: string, cursor?: string): Promise<Page<SealStep>> {
  return call('GET', `${of(enterprise)}/log`, { query: { cursor } })
}

export function listSealUses(enterprise: string, cursor?: string): Promise<Page<SealUse>> {
  return call('GET', `${of(enterprise)}/uses`, { query: { cursor } })
}

export function listCustodians(enterprise: string): Promise<Page<SealCustodian>> {
  return call('GET', `${of(enterprise)}/custodians`)
}

export function applyForSeal(enterprise: string, form: SealApplicationForm, key: string): Promise<SealApplication> {
  return call('POST', `${of(enterprise)}/applications`, { body: form, key })
}

export function enableSeal(enterprise: string, key: string): Promise<SealView> {
  return call('POST', `${of(enterprise)}/enabling`, { key })
}

export function suspendSeal(enterprise: string, reason: string, key: string): Promise<SealView> {
  return call('POST', `${of(enterprise)}/suspension`, { body: { reason }, key })
}

export function resumeSeal(enterprise: string, reason: string, key: string): Promise<SealView> {
  return call('POST', `${of(enterprise)}/resumption`, { body: { reason }, key })
}

export function revokeSeal(enterprise: string, reason: string, key: string): Promise<SealView> {
  return call('POST', `${of(enterprise)}/revocation`, { body: { reason }, key })
}
