import { reactive, watch } from 'vue'
import { readStored, removeStored, writeStored } from '@/platform/storage'
import * as identity from '@/services/identity'
import type { Me, RoleCode, Tokens } from '@/services/types'
import { takePreferences } from './preferences'
import { forgetTokens, keepTokens, tokens } from './tokens'

const NAME = 'me'

export const session = reactive<{ me: Me | null }>({ me: tokens.access ? readStored<Me>(NAME) : null })

// A refused refresh drops the tokens deep in the client; whoever shows the person must notice.
watch(
  () => tokens.access,
  (access) => {
    if (!access) keepMe(null)
  },
  { flush: 'sync' },
)

export function isSignedIn(): boolean {
  return tokens.access !== ''
}

export function isVerified(): boolean {
  return session.me?.real_name === 'verified'
}

/** Serves a site or an enterprise, beyond being a worker. */
export function hasRole(...codes: RoleCode[]): boolean {
  return (session.me?.roles ?? []).some((role) => codes.includes(role.role))
}

export function startSession(answer: Tokens): void {
  keepTokens(answer)
  keepMe(answer.me)
  takePreferences(answer.me.preferences)
}

export function keepMe(me: Me | null): void {
  session.me = me
  if (me) writeStored(NAME, me)
  else removeStored(NAME)
}

export async function refreshMe(): Promise<void> {
  if (isSignedIn()) keepMe(await identity.getMe())
}

/** Signs out here even without a network: the phone forgets, the service's session ends by itself. */
export async function signOut(): Promise<void> {
  await identity.signOutHere().catch(() => undefined)
  forgetTokens()
}

/** The service knows this person no more: the phone forgets them too. */
export function forgetPerson(): void {
  forgetTokens()
}

export async function signOutEverywhere(): Promise<void> {
  await identity.signOutEverywhere()
  forgetTokens()
}
