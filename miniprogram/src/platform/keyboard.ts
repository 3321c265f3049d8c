import { inBrowser } from './host'

export type FieldKind = 'text' | 'number' | 'tel' | 'idcard' | 'digit'

/**
 * Which keyboard a field opens. A browser's own number field drops leading zeros and grows arrows: there a text field with a
 * numeric keyboard does what the hosts' `number` does.
 */
export function keyboardFor(kind: FieldKind): { type: string; inputmode?: 'numeric' | 'decimal' } {
  if (!inBrowser) return { type: kind }
  if (kind === 'number') return { type: 'text', inputmode: 'numeric' }
  if (kind === 'digit') return { type: 'text', inputmode: 'decimal' }
  return { type: kind === 'idcard' ? 'text' : kind }
}
