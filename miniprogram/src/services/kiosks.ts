import { call } from './client'
import type { Kiosk, KioskKey } from './types'

const ROOT = '/v1/appointments'

/** This browser is the kiosk from now on that the code belongs to. */
export function registerKiosk(code: string): Promise<KioskKey> {
  return call('POST', `${ROOT}/kiosk-registrations`, { body: { code }, open: true })
}

/** It runs; the answer says what it may show. */
export function beatKiosk({ id, key }: KioskKey): Promise<Kiosk> {
  return call('POST', `${ROOT}/kiosks/${encodeURIComponent(id)}/beats`, { body: { key }, open: true })
}
