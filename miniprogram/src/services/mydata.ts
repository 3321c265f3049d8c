import { call } from './client'
import type { DataPackage, DataRules } from './types'

const ROOT = '/v1/mydata/packages'

/** Has everything packed that the platform keeps about me (Personal Information Protection Law, Art. 45). */
export function askPackage(key: string): Promise<DataPackage> {
  return call('POST', ROOT, { body: {}, key })
}

/** What I asked for in the last thirty days, the newest first; what lies ready has an address good for five minutes. */
export function listPackages(): Promise<{ items: DataPackage[] }> {
  return call('GET', ROOT)
}

/** What becomes of everybody's data: nobody need be signed in to read it. */
export function getDataRules(): Promise<DataRules> {
  return call('GET', '/v1/mydata/rules', { open: true })
}
