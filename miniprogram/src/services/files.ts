import { putBytes, type Bytes } from '@/platform/bytes'
import { NetworkLost } from '@/platform/http'
import { call } from './client'
import { newKey } from './keys'
import { Problem } from './problem'
import { sha256 } from './sha256'
import type { Announced, FilePurpose, Mark, OwnFile, Parts } from './types'

const ROOT = '/v1/files'

/** Says what will be sent; the answer says where to. */
export function announceFile(file: Bytes, purpose: FilePurpose, key: string): Promise<Announced> {
  const bytes = new Uint8Array(file.data)
  const body = { filename: file.name, content_type: file.type, size: bytes.length, sha256: sha256(bytes), purpose }
  return call('POST', ROOT, { body, key })
}

export function missingParts(id: string): Promise<Parts> {
  return call('GET', `${ROOT}/${encodeURIComponent(id)}/parts`)
}

export function fileArrived(id: string, key: string): Promise<unknown> {
  return call('POST', `${ROOT}/${encodeURIComponent(id)}/arrival`, { key })
}

/** One's own file: what is marked in it, and its addresses once it is drawn. */
export function getFile(id: string): Promise<OwnFile> {
  return call('GET', `${ROOT}/${encodeURIComponent(id)}`)
}

/** Nobody sees what is marked; no mark at all takes it back. */
export function markFile(id: string, regions: Mark[], key: string): Promise<OwnFile> {
  return call('PUT', `${ROOT}/${encodeURIComponent(id)}/blur`, { body: { regions }, key })
}

/** Sends a picture from beginning to end and gives its id; a lost network is told as one, and the same key goes on with it. */
export async function sendFile(file: Bytes, purpose: FilePurpose, key = newKey()): Promise<string> {
  const announced = await announceFile(file, purpose, key)
  try {
    await sendBytes(announced, file.data)
  } catch (error) {
    if (error instanceof NetworkLost) throw Problem.networkLost(true)
    throw error
  }
  await fileArrived(announced.file_id, newKey())
  return announced.file_id
}

async function sendBytes({ file_id, upload }: Announced, data: ArrayBuffer): Promise<void> {
  if (upload.method === 'PUT') {
    await putBytes(upload.url ?? '', data, upload.headers ?? {})
    return
  }
  for (;;) {
    const { missing, part_size } = await missingParts(file_id)
    if (missing.length === 0) return
    for (const part of missing) {
      const from = (part.number - 1) * part_size
      await putBytes(part.url, data.slice(from, from + part.size), {})
    }
  }
}
