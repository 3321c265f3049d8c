import { readStored, removeStored, writeStored } from '@/platform/storage'

/** As long as a sharing may last: later nobody waits in the conversation any more. */
const LASTS_MS = 60 * 60 * 1000

interface Kept {
  talk: string
  at: number
}

/** An agent asked in this conversation to look at a form: whoever is asked for help next is that agent. */
export function keepHelper(talk: string, now = Date.now()): void {
  if (talk !== '') writeStored('helper', { talk, at: now })
}

/** The conversation whose agent asked; empty for none. */
export function helperTalk(now = Date.now()): string {
  const kept = readStored<Kept>('helper')
  return kept && now - kept.at < LASTS_MS ? kept.talk : ''
}

export function dropHelper(): void {
  removeStored('helper')
}
