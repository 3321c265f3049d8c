import { codeFromLink } from '@/links'
import { inBrowser } from './host'

export const JOIN_PAGE = '/workers/pages/join/index'

/**
 * A poster's link `/j/<code>` opens the team card. In a browser the path is turned into the page's own address before the
 * router starts; WeChat hands the same link to the page as the option `q` (its rule for scanned ordinary links).
 */
export function enterByLink(): void {
  if (!inBrowser) return
  const code = codeFromLink(location.pathname)
  if (code) history.replaceState(null, '', `/#${JOIN_PAGE}?code=${encodeURIComponent(code)}`)
}
