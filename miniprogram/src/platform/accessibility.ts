import { inBrowser } from './host'

/**
 * In a browser the framework draws custom elements (`uni-button`, `uni-view`, `uni-input`) that keyboards and screen readers
 * do not know. This bridge gives them what native elements have: focus, Enter and Space, names on the inner fields, and a
 * heading and banner for the page's title. Mini-program hosts understand `role` and `aria-label` themselves.
 */
const ACTS = 'uni-button,[role=button],[role=link],[role=radio],[role=checkbox],[role=switch],[role=tab]'
const NATIVE = 'a[href],button,input,select,textarea'

export function bridgeAccessibility(): void {
  if (!inBrowser) return
  let waiting = false
  const settle = (): void => {
    waiting = false
    dressActs()
    dressFields()
    dressPictures()
    dressHeader()
  }
  const watcher = new MutationObserver(() => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(settle)
  })
  watcher.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['role', 'disabled', 'aria-label'],
  })
  document.addEventListener('keydown', pressByKey)
  window.addEventListener('hashchange', () => requestAnimationFrame(announcePage))
  settle()
}

function dressActs(): void {
  for (const element of document.querySelectorAll<HTMLElement>(ACTS)) {
    if (element.matches(NATIVE)) continue
    const button = element.localName === 'uni-button'
    // On buttons the second attribute is written below; read back, a button once busy would stay disabled for ever.
    const off = element.matches(button ? '[disabled]:not([disabled=false])' : '[aria-disabled=true]')
    setIfOther(element, 'tabindex', off ? '-1' : '0')
    if (!button) continue
    if (!element.hasAttribute('role')) element.setAttribute('role', 'button')
    setIfOther(element, 'aria-disabled', String(off))
  }
}

function dressFields(): void {
  for (const outer of document.querySelectorAll<HTMLElement>('uni-input[aria-label],uni-textarea[aria-label]')) {
    const field = outer.querySelector('input,textarea')
    const label = outer.getAttribute('aria-label')
    if (!field || !label) continue
    // The name moves to where the focus is; named twice, the field would be read twice.
    setIfOther(field, 'aria-label', label)
    outer.removeAttribute('aria-label')
    const invalid = outer.getAttribute('data-invalid')
    if (invalid !== null) setIfOther(field, 'aria-invalid', invalid)
    const fill = outer.getAttribute('data-autocomplete')
    if (fill !== null) setIfOther(field, 'autocomplete', fill)
  }
}

/** The name of a picture moves to where it is drawn. */
function dressPictures(): void {
  for (const outer of document.querySelectorAll<HTMLElement>('uni-image[aria-label],uni-image[alt]')) {
    const picture = outer.querySelector('img')
    const label = outer.getAttribute('aria-label') ?? outer.getAttribute('alt')
    if (!picture || label === null) continue
    setIfOther(picture, 'alt', label)
    outer.removeAttribute('aria-label')
  }
}

function dressHeader(): void {
  const header = document.querySelector('uni-page-head')
  if (!header) return
  setIfOther(header, 'role', 'banner')
  const title = header.querySelector('.uni-page-head__title')
  if (title) {
    setIfOther(title, 'role', 'heading')
    setIfOther(title, 'aria-level', '1')
    setIfOther(title, 'tabindex', '-1')
  }
  const back = header.querySelector('.uni-page-head-hd .uni-page-head-btn')
  if (back) {
    setIfOther(back, 'role', 'button')
    setIfOther(back, 'aria-label', '返回')
  }
}

/** After a change of page a screen reader starts at the new title, not at the top of the old page. */
function announcePage(): void {
  document.querySelector<HTMLElement>('uni-page-head .uni-page-head__title')?.focus({ preventScroll: true })
}

function pressByKey(event: KeyboardEvent): void {
  if (event.key !== 'Enter' && event.key !== ' ') return
  const element = event.target
  if (!(element instanceof HTMLElement) || !element.matches(ACTS) || element.matches(NATIVE)) return
  event.preventDefault()
  element.click()
}

function setIfOther(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}

/** The parts of a page that the framework draws itself (title bar) follow elder mode and contrast by these classes. */
export function markDocument(elder: boolean, contrast: boolean, kiosk: boolean): void {
  if (!inBrowser) return
  document.documentElement.classList.toggle('elder', elder)
  document.documentElement.classList.toggle('contrast', contrast)
  document.documentElement.classList.toggle('kiosk', kiosk)
}
