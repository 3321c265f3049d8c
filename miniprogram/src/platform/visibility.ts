import { inBrowser } from './host'

/** Tells when the whole app goes to the background and returns; gives back how to stop listening. */
export function watchVisibility(changed: (visible: boolean) => void): () => void {
  if (inBrowser) {
    const listener = (): void => changed(document.visibilityState === 'visible')
    document.addEventListener('visibilitychange', listener)
    return () => document.removeEventListener('visibilitychange', listener)
  }
  const shown = (): void => changed(true)
  const hidden = (): void => changed(false)
  uni.onAppShow(shown)
  uni.onAppHide(hidden)
  return () => {
    uni.offAppShow(shown)
    uni.offAppHide(hidden)
  }
}
