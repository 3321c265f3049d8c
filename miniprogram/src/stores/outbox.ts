import { readStored, removeStored, writeStored } from '@/platform/storage'
import type { Waiting } from './photos'
import { session } from './session'

/**
 * What somebody said in a conversation and the service has not answered yet. Its key was made when it was said: however often
 * it is sent, it is said once. `fault` is why the service will not have it.
 */
export interface Unsent {
  key: string
  at: string
  text: string
  photo?: Waiting
  fileId?: string
  fault?: string
}

const nameOf = (talk: string): string => `outbox:${session.me?.person_id ?? 'anyone'}:${talk}`

export function readOutbox(talk: string): Unsent[] {
  return readStored<Unsent[]>(nameOf(talk)) ?? []
}

export function keepOutbox(talk: string, unsent: Unsent[]): void {
  if (unsent.length > 0) writeStored(nameOf(talk), unsent)
  else removeStored(nameOf(talk))
}
