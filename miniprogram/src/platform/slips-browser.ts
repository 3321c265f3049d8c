import './slips-browser.css'
import type { Slip, SlipPaper } from './printing'

const MM_PER_PX = 25.4 / 96
const SIDE_MM = { roll: 3, a4: 18 }

/** Sets a slip on its own sheet of paper, prints it and takes it away: nothing of it is left for whoever comes next. */
export function printSlip(slip: Slip, paper: SlipPaper): void {
  document.querySelector('.slip')?.remove()
  const sheet = element('section', `slip slip-${paper}`)
  sheet.append(element('h1', '', slip.title))
  for (const [label, value] of slip.facts) sheet.append(pair(label, value))
  if (slip.ticks.length > 0) {
    sheet.append(element('h2', '', slip.heading))
    for (const one of slip.ticks) sheet.append(element('p', 'slip-tick', one.label), element('p', 'slip-note', one.note))
  }
  for (const note of slip.notes) sheet.append(element('p', '', note))
  sheet.append(element('p', 'slip-foot', slip.foot))
  const size = document.createElement('style')
  sheet.append(size)
  document.body.append(sheet)
  size.textContent = pageRule(paper, sheet.scrollHeight)
  window.addEventListener('afterprint', () => sheet.remove(), { once: true })
  window.print()
}

/** A roll has no pages: the sheet is as long as what stands on it. */
function pageRule(paper: SlipPaper, heightPx: number): string {
  const long = Math.ceil(heightPx * MM_PER_PX) + 2 * SIDE_MM.roll + 4
  const size = paper === 'roll' ? `80mm ${Math.max(long, 80)}mm` : 'A4'
  return `@page { size: ${size}; margin: ${SIDE_MM[paper]}mm }`
}

function pair(label: string, value: string): HTMLElement {
  const line = element('p', '')
  line.append(element('span', 'slip-label', `${label}　`), element('strong', '', value))
  return line
}

function element(name: string, classes: string, text = ''): HTMLElement {
  const made = document.createElement(name)
  made.className = classes
  made.textContent = text
  return made
}
