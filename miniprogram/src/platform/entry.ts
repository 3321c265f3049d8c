import { attendanceFromLink, bookingFromLink, builderFromLink, codeFromLink, doorFromLink, historyFromLink, invitationFromLink, kioskFromLink, letInFromLink, packageFromLink, trainingFromLink } from '@/links'
import { inBrowser } from './host'

export const JOIN_PAGE = '/workers/pages/join/index'
const LINKED = [
  { read: codeFromLink, page: JOIN_PAGE },
  { read: trainingFromLink, page: '/workers/pages/attend/index' },
  { read: historyFromLink, page: '/workers/pages/shared/index' },
  { read: doorFromLink, page: '/homes/pages/door/index' },
  { read: invitationFromLink, page: '/homes/pages/invitation/index' },
  { read: builderFromLink, page: '/homes/pages/promise/index' },
  { read: bookingFromLink, page: '/appointments/pages/hall/index' },
  { read: packageFromLink, page: '/guides/pages/package/index' },
  { read: letInFromLink, page: '/pages/let-in/index' },
  { read: kioskFromLink, page: '/appointments/pages/kiosk-setup/index' },
  { read: attendanceFromLink, page: '/attendance/pages/scan/index' },
]

/**
 * A poster's link `/j/<code>` opens the team card, a training's `/j/t/` its list, a shown history's `/j/h/` the history, a
 * door's `/j/d/` the home, an owner's `/j/i/` what is offered, a builder's `/j/b/` its public page, a hall's `/j/y/` its times, a package's `/j/g/` its questions, a foreman's `/a/<code>` the page to check in. In a browser the path is turned into the page's own address before the router
 * starts; WeChat hands the same link to the page as the option `q` (its rule for scanned ordinary links).
 */
export function enterByLink(): void {
  if (!inBrowser) return
  for (const { read, page } of LINKED) {
    const code = read(location.pathname)
    if (code) history.replaceState(null, '', `/#${page}?code=${encodeURIComponent(code)}`)
  }
}
