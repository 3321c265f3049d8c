import { inBrowser } from './host'

/** Only a browser has a printer. */
export const prints = inBrowser

export function print(): void {
  if (inBrowser) window.print()
}
