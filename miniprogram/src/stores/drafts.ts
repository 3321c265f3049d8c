import { readStored, removeStored, storedNames, writeStored } from '@/platform/storage'
import { newKey } from '@/services/keys'
import { asProblem } from '@/services/problem'
import { session } from './session'

/**
 * Submit once, and lose nothing. Whatever a person types or draws is kept on the phone under its act and subject. Before an
 * act is sent, its key is stored beside it; a lost answer, a closed app or a second tap repeats the same act under the same
 * key, and the service gives the first answer. The key changes only when the content does, or after a definite refusal.
 */
interface Draft {
  body: unknown
  saved_at: number
  /** Present once the act was sent and no definite answer came. */
  sent?: { key: string; content: string }
}

const KEEP_MS = 30 * 24 * 3600 * 1000

const nameOf = (act: string, subject: string): string => `draft:${session.me?.person_id ?? 'anyone'}:${act}:${subject}`

export function readDraft<T>(act: string, subject: string): T | null {
  return (fresh(nameOf(act, subject))?.body as T | undefined) ?? null
}

export function saveDraft(act: string, subject: string, body: unknown): boolean {
  const name = nameOf(act, subject)
  return writeStored(name, { ...fresh(name), body, saved_at: Date.now() } satisfies Draft)
}

export function dropDraft(act: string, subject: string): void {
  removeStored(nameOf(act, subject))
}

/** What was typed is taken back or was said; the key of an act whose answer never came stays. */
export function clearDraft(act: string, subject: string): void {
  const name = nameOf(act, subject)
  const draft = fresh(name)
  if (draft?.sent) writeStored(name, { ...draft, body: null } satisfies Draft)
  else removeStored(name)
}

/** True when the act was sent, but its answer never came. */
export function isUnanswered(act: string, subject: string): boolean {
  return fresh(nameOf(act, subject))?.sent !== undefined
}

const running = new Map<string, Promise<unknown>>()

/** Sends an act once. `content` is what decides whether it is the same act; the draft body may hold more. */
export function submitOnce<T>(
  act: string,
  subject: string,
  content: unknown,
  send: (key: string) => Promise<T>,
): Promise<T> {
  const name = nameOf(act, subject)
  const going = running.get(name)
  if (going) return going as Promise<T>
  const turn = deliver(name, JSON.stringify(content), send).finally(() => running.delete(name))
  running.set(name, turn)
  return turn
}

async function deliver<T>(name: string, content: string, send: (key: string) => Promise<T>): Promise<T> {
  const draft = fresh(name)
  const key = draft?.sent?.content === content ? draft.sent.key : newKey()
  const kept: Draft = { body: draft?.body ?? null, saved_at: Date.now(), sent: { key, content } }
  writeStored(name, kept)
  try {
    const answer = await send(key)
    removeStored(name)
    return answer
  } catch (error) {
    if (!asProblem(error).passing) writeStored(name, { body: kept.body, saved_at: kept.saved_at } satisfies Draft)
    throw error
  }
}

function fresh(name: string): Draft | null {
  const draft = readStored<Draft>(name)
  if (draft && Date.now() - draft.saved_at > KEEP_MS) {
    removeStored(name)
    return null
  }
  return draft
}

/** Drafts of people who signed out stay for their return, but not for ever. */
export function sweepDrafts(): void {
  storedNames('draft:').forEach(fresh)
}
