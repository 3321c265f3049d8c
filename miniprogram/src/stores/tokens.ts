import { reactive } from 'vue'
import { readStored, removeStored, writeStored } from '@/platform/storage'
import { newKey } from '@/services/keys'

interface KeptTokens {
  access: string
  refresh: string
  /** The key of the one refresh that this refresh token is good for. */
  refreshKey: string
}

const NAME = 'tokens'
const NONE: KeptTokens = { access: '', refresh: '', refreshKey: '' }

export const tokens = reactive<KeptTokens>({ ...NONE, ...readStored<KeptTokens>(NAME) })

export function keepTokens(answer: { access_token: string; refresh_token: string }): void {
  Object.assign(tokens, { access: answer.access_token, refresh: answer.refresh_token, refreshKey: newKey() })
  writeStored(NAME, tokens)
}

export function forgetTokens(): void {
  Object.assign(tokens, NONE)
  removeStored(NAME)
}
