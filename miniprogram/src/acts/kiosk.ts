import { reactive } from 'vue'
import { storedNames } from '@/platform/storage'
import { keepInside, watchTouches, wipeAndRestart } from '@/platform/wiping'
import { beatKiosk } from '@/services/kiosks'
import { asProblem } from '@/services/problem'
import { KIOSK, isKiosk, kiosk, stopBeingKiosk } from '@/stores/kiosk'
import { isSignedIn, signOut } from '@/stores/session'
import { here, PAGES } from './paths'

const BEAT_MS = 60_000
const IDLE_SECONDS = 60
/** Whoever waits for an agent's word need not touch anything for a while. */
const TALKING_SECONDS = 180
const WARNED_SECONDS = 15
const SIGN_OUT_MS = 3000

/** How many seconds are left before everything of this person is wiped; shown when few are. */
export const idle = reactive({ left: IDLE_SECONDS })
let touchedAt = 0
let ending = false

export const nearlyOver = (): boolean => idle.left <= WARNED_SECONDS

/** The machine's life: a beat a minute, a watch over who is still there, and no way out of the app. */
export function runKiosk(): void {
  touch()
  watchTouches(touch)
  keepInside(() => void uni.showToast({ title: '自助机上不打开外面的网页，请用手机扫码看', icon: 'none' }))
  setInterval(tick, 1000)
  setInterval(() => void beat(), BEAT_MS)
  void beat()
}

export async function beat(): Promise<void> {
  if (!kiosk.own) return
  try {
    kiosk.shown = await beatKiosk(kiosk.own)
    if (!kiosk.shown.on && !atRest()) await endVisit()
  } catch (error) {
    // Without a network it shows what it showed; another machine may have taken its place.
    if (asProblem(error).code !== 'appointments.kiosk.unknown') return
    stopBeingKiosk()
    await endVisit()
  }
}

export function touch(): void {
  touchedAt = Date.now()
  idle.left = IDLE_SECONDS
}

function tick(): void {
  if (atRest()) return touch()
  const allowed = here().startsWith(PAGES.talk) ? TALKING_SECONDS : IDLE_SECONDS
  idle.left = Math.max(0, Math.ceil(allowed - (Date.now() - touchedAt) / 1000))
  if (idle.left === 0) void endVisit()
}

/** Nobody is there: the first page, nobody signed in, and nothing left that somebody typed or looked for. */
function atRest(): boolean {
  return !isSignedIn() && here().startsWith(PAGES.kiosk) && storedNames('').every((name) => name === KIOSK)
}

/** The person goes: signed out at the service, everything of theirs forgotten here. */
export async function endVisit(): Promise<void> {
  if (ending) return
  ending = true
  // Without a network the session at the service ends by itself, within twenty minutes of its beginning.
  if (isSignedIn()) await Promise.race([signOut(), new Promise((resolve) => setTimeout(resolve, SIGN_OUT_MS))])
  wipeAndRestart(isKiosk() ? [KIOSK] : [])
}
