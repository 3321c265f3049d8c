import { removeStored, storedNames } from './storage'

/** Forgets everything of a person that this browser keeps, but for the names in `but`, and begins anew: memory goes too. */
export function wipeAndRestart(but: string[]): void {
  for (const name of storedNames('')) if (!but.includes(name)) removeStored(name)
  sessionStorage.clear()
  // The pictures that wait to be sent.
  indexedDB.deleteDatabase('mashangban')
  // Without a fragment this loads anew, wherever in the app one was.
  location.replace('/')
}

/** Nothing leads out of the app: no other window, no link to elsewhere. `said` tells the person. */
export function keepInside(said: () => void): void {
  window.open = () => {
    said()
    return null
  }
  document.addEventListener(
    'click',
    (event) => {
      const link = (event.target as Element | null)?.closest?.('a[href]')
      if (!link || new URL((link as HTMLAnchorElement).href, location.href).origin === location.origin) return
      event.preventDefault()
      said()
    },
    true,
  )
}

/** Calls back at every touch, key or turn of the wheel. */
export function watchTouches(touched: () => void): void {
  for (const name of ['pointerdown', 'touchstart', 'keydown', 'wheel']) document.addEventListener(name, touched, { capture: true, passive: true })
}
