import { dropPicture, keepPicture } from '@/platform/keeping'
import { readStored, removeStored, writeStored } from '@/platform/storage'
import { newKey } from '@/services/keys'
import { session } from './session'

/** A photo that was chosen and has not arrived yet: where it is kept, and the key under which it is announced. */
export interface Waiting {
  kept: string
  key: string
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
  return { kept: await keepPicture(path), key: newKey(), at: Date.now() }
}

/** The same key while the address is good, so that a repeat goes on with the same file. */
export function fresh(photo: Waiting): Waiting {
  return Date.now() - photo.at < ADDRESS_MS ? photo : { ...photo, key: newKey(), at: Date.now() }
}

export function forgetPhoto(photo: Waiting): void {
  dropPicture(photo.kept)
}
