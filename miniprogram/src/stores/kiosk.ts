import { reactive } from 'vue'
import { inBrowser } from '@/platform/host'
import { readStored, removeStored, writeStored } from '@/platform/storage'
import type { Kiosk, KioskKey } from '@/services/types'

export const KIOSK = 'kiosk'

/** The machine that this browser is, if it is one, and what it may show; the key is all that a reset leaves. */
export const kiosk = reactive<{ own: KioskKey | null; shown: Kiosk | null }>({ own: inBrowser ? readStored<KioskKey>(KIOSK) : null, shown: null })

export function isKiosk(): boolean {
  return kiosk.own !== null
}

export function becomeKiosk(own: KioskKey): boolean {
  kiosk.own = own
  return writeStored(KIOSK, own)
}

export function stopBeingKiosk(): void {
  kiosk.own = null
  kiosk.shown = null
  removeStored(KIOSK)
}
