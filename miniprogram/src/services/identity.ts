import { call } from './client'
import type { Me, Page, Preferences, SignedInDevice, Tokens } from './types'

const ROOT = '/v1/identity'

export function sendSmsCode(phone: string, key: string): Promise<{ expires_in: number; resend_after: number }> {
  return call('POST', `${ROOT}/sms-codes`, { body: { phone }, key, open: true })
}

export function signInBySms(phone: string, code: string, key: string): Promise<Tokens> {
  return call('POST', `${ROOT}/sessions/sms`, { body: { phone, code }, key, open: true })
}

export function signInByHost(code: string, key: string): Promise<Tokens> {
  return call('POST', `${ROOT}/sessions/wechat`, { body: { code }, key, open: true })
}

export function signOutHere(): Promise<void> {
  return call('DELETE', `${ROOT}/sessions/current`)
}

export function signOutEverywhere(): Promise<void> {
  return call('DELETE', `${ROOT}/sessions`)
}

export function listDevices(): Promise<Page<SignedInDevice>> {
  return call('GET', `${ROOT}/sessions`)
}

export function getMe(): Promise<Me> {
  return call('GET', `${ROOT}/me`)
}

export interface RealName {
  name: string
  id_number: string
  consent_version: string
}

export function proveRealName(body: RealName, key: string): Promise<Me> {
  return call('POST', `${ROOT}/real-name`, { body, key })
}

export function savePreferences(body: Partial<Preferences>, key: string): Promise<Me> {
  return call('PUT', `${ROOT}/me/preferences`, { body, key })
}

/** Everything the platform keeps about me (Personal Information Protection Law, Art. 45). */
export function exportMyData(): Promise<unknown> {
  return call('GET', `${ROOT}/me/data`)
}

/** Asks for erasure (Personal Information Protection Law, Art. 47); records under a legal duty to keep stay until it ends. */
export function askErasure(body: { reason?: string }, key: string): Promise<unknown> {
  return call('POST', `${ROOT}/me/erasure`, { body, key })
}
