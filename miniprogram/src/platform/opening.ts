import { inBrowser } from './host'

/** In a browser index.html shows a first screen until the app has arrived; the first page that stands takes it away. */
export function opened(): void {
  if (inBrowser) document.getElementById('opening')?.remove()
}

/** A page whose file did not come says so itself (the framework does), not under the first screen. */
export function watchOpening(): void {
  if (inBrowser) window.addEventListener('vite:preloadError', opened)
}
