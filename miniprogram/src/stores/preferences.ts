import { reactive } from 'vue'
import { readStored, writeStored } from '@/platform/storage'
import { savePreferences } from '@/services/identity'
import { newKey } from '@/services/keys'
import type { Preferences } from '@/services/types'
import { tokens } from './tokens'

const NAME = 'preferences'
const PLAIN: Preferences = { elder_mode: false, speech: false, high_contrast: false }

/** How the screens look and whether they speak; kept on the phone, and with the person once signed in. */
export const preferences = reactive<Preferences>({ ...PLAIN, ...readStored<Preferences>(NAME) })

export function choosePreferences(change: Partial<Preferences>): void {
  Object.assign(preferences, change)
  writeStored(NAME, preferences)
  // A look is not worth an error message: it holds on this phone in any case.
  if (tokens.access) void savePreferences(change, newKey()).catch(() => undefined)
}

/** At sign-in the person's own choice comes to a phone that has none; what was chosen on this phone just now stays. */
export function takePreferences(kept: Preferences): void {
  if (readStored<Preferences>(NAME) !== null) return
  Object.assign(preferences, kept)
  writeStored(NAME, preferences)
}
