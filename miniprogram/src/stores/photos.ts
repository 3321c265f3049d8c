import { readPicture } from '@/platform/bytes'
import { dropPicture, keepPicture } from '@/platform/keeping'
import { readStored, removeStored, writeStored } from '@/platform/storage'
import { markFile, sendFile } from '@/services/files'
import { newKey } from '@/services/keys'
import type { FilePurpose, Mark } from '@/services/types'
import { session } from './session'

/** A photo that was chosen and has not arrived yet: where it is kept, the key under which it is announced, what nobody shall see. */
export interface Waiting {
  kept: string
  key: string
  marks: Mark[]
  at: number
}

// The address to send to is good for an hour; after that the photo is announced anew.
const ADDRESS_MS = 50 * 60 * 1000

const nameOf = (whose: string): string => `photos:${session.me?.person_id ?? 'anyone'}:${whose}`

export function waitingPhotos(whose: string): Waiting[] {
  return readStored<Waiting[]>(nameOf(whose)) ?? []
}

export function keepWaiting(whose: string, photos: Waiting[]): void {
  if (photos.length > 0) writeStored(nameOf(whose), photos)
  else removeStored(nameOf(whose))
}

export async function waitFor(path: string): Promise<Waiting> {
  return { kept: await keepPicture(path), key: newKey(), marks: [], at: Date.now() }
}

/** The same key while the address is good, so that a repeat goes on with the same file. */
export function fresh(photo: Waiting): Waiting {
  return Date.now() - photo.at < ADDRESS_MS ? photo : { ...photo, key: newKey(), at: Date.now() }
}

export function forgetPhoto(photo: Waiting): void {
  dropPicture(photo.kept)
}

/** Sends a photo and gives its id; it has arrived only when what was marked in it is hidden. */
export async function sendPhoto(photo: Waiting, purpose: FilePurpose = 'evidence'): Promise<string> {
  const id = await sendFile(await readPicture(photo.kept), purpose, photo.key)
  if (photo.marks.length > 0) await markFile(id, photo.marks, newKey())
  return id
}
