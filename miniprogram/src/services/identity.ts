import { call } from './client'
import type { ConsentText, Device, Erasure, Me, Preferences, RealNameProof, ScanAsked, ScanView, Tokens } from './types'

const ROOT = '/v1/identity'

export function sendSmsCode(phone: string, key: string): Promise<{ expires_in: number; resend_after: number }> {
  return call('POST', `${ROOT}/sms-codes`, { body: { phone }, key, open: true })
}

/** `shared`: at a machine that others use after, so for minutes only. */
export function signInBySms(phone: string, code: string, shared: boolean, key: string): Promise<Tokens> {
  return call('POST', `${ROOT}/sessions/sms`, { body: { phone, code, shared }, key, open: true })
}

/** A kiosk asks for a picture that its person scans. */
export function askScan(voucher: string): Promise<ScanAsked> {
  return call('POST', `${ROOT}/scans`, { body: { voucher }, open: true })
}

/** A kiosk asks whether its person said yes on their phone. */
export function signInByScan({ code, secret }: ScanAsked): Promise<Tokens> {
  return call('POST', `${ROOT}/sessions/scan`, { body: { code, secret }, open: true })
}

/** On the phone: which kiosk it is. */
export function showScan(code: string): Promise<ScanView> {
  return call('GET', `${ROOT}/scans/${encodeURIComponent(code)}`)
}

/** On the phone: I stand before it. */
export function letIn(code: string, key: string): Promise<void> {
  return call('POST', `${ROOT}/scans/${encodeURIComponent(code)}/confirmation`, { key })
}

export function signInByHost(code: string, key: string): Promise<Tokens> {
  return call('POST', `${ROOT}/sessions/wechat`, { body: { code }, key, open: true })
}

export function signOutHere(): Promise<void> {
  return call('DELETE', `${ROOT}/sessions/current`)
}

export function signOutOf(sessionId: string): Promise<void> {
  return call('DELETE', `${ROOT}/sessions/${encodeURIComponent(sessionId)}`)
}

export function signOutEverywhere(): Promise<void> {
  return call('DELETE', `${ROOT}/sessions`)
}

export function listDevices(): Promise<{ items: Device[] }> {
  return call('GET', `${ROOT}/sessions`)
}

export function getMe(): Promise<Me> {
  return call('GET', `${ROOT}/me`)
}

/** The texts that a person agrees to, as they are in force now. */
export function listConsentTexts(): Promise<{ items: ConsentText[] }> {
  return call('GET', `${ROOT}/consents`, { open: true })
}

/** Takes a consent back (Personal Information Protection Law, Art. 15). */
export function withdrawConsent(purpose: string, key: string): Promise<unknown> {
  return call('DELETE', `${ROOT}/me/consents/${encodeURIComponent(purpose)}`, { key })
}

export function proveRealName(body: RealNameProof, key: string): Promise<Me> {
  return call('POST', `${ROOT}/real-name`, { body, key })
}

export function savePreferences(body: Partial<Preferences>, key: string): Promise<Me> {
  return call('PUT', `${ROOT}/me/preferences`, { body, key })
}

/** Asks for erasure (Personal Information Protection Law, Art. 47); records under a legal duty to keep stay until it ends. */
export function askErasure(key: string): Promise<Erasure> {
  return call('POST', `${ROOT}/me/erasure`, { body: {}, key })
}
