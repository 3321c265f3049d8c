import { call } from './client'
import type { FileLink, VerifiedDocument } from './types'

/** A short-lived address of the newest revision of a document that I may see. */
export function getDocumentFile(id: string): Promise<FileLink> {
  return call('GET', `/v1/documents/${encodeURIComponent(id)}/file`)
}

export function verifyByCode(code: string): Promise<VerifiedDocument> {
  return call('GET', `/v1/documents/verifications/${encodeURIComponent(code)}`, { open: true })
}
