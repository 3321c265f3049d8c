import { call } from './client'
import type { DocumentFile, Verification } from './types'

/** A short-lived address of the newest revision of a document that I may see. */
export function getDocumentFile(id: string): Promise<DocumentFile> {
  return call('GET', `/v1/documents/${encodeURIComponent(id)}/file`)
}

export function verifyByCode(code: string): Promise<Verification> {
  return call('GET', `/v1/documents/verifications/${encodeURIComponent(code)}`, { open: true })
}
