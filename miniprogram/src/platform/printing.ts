import { inBrowser } from './host'

/** A roll of 80 mm, as kiosks have, or a sheet of A4. */
export type SlipPaper = 'roll' | 'a4'

/** What is taken home on paper: facts, things to tick off, a few words. */
export interface Slip {
  title: string
  facts: [string, string][]
  heading: string
  ticks: { label: string; note: string }[]
  notes: string[]
  foot: string
}

/** Only a browser has a printer. */
export const prints = inBrowser

export function print(): void {
  if (inBrowser) window.print()
}

export function printOn(paper: SlipPaper, slip: Slip): void {
  if (inBrowser) void import('./slips-browser').then((printer) => printer.printSlip(slip, paper))
}
