import type { Matter, MatterAsk, MatterPaper } from '@/services/types'
import type { FormField } from '@/wording/assistance'
import { askChoices, askFault, deliveryChoices, NOTHING, wayChoices, type MatterForm } from '@/wording/matters'

const MOST_LETTERS = { ask: 200, because: 100, day: 10 }

/** The name of a part of a paper in the shared form. */
export const paperKey = (place: number, part: 'how' | 'files' | 'because'): string => `paper${place}.${part}`
/** The name of a line of the item's own form, apart from those of every form. */
export const askKey = (ask: MatterAsk): string => `ask.${ask.key}`

/** A matter's form as whoever helps may see it: what the item calls private, and the address, stay on the phone. */
export function matterFields(shown: Matter, form: MatterForm, tried: boolean): FormField[] {
  const delivery: FormField = {
    key: 'delivery',
    label: '结果怎么给',
    kind: 'choice',
    value: form.delivery,
    choices: deliveryChoices(shown),
    put: (value) => (form.delivery = value),
  }
  const address: FormField = { key: 'address', label: '收件地址', kind: 'private', filled: form.address.trim() !== '' }
  return [
    ...shown.entries.flatMap((paper, place) => paperFields(paper, place, form)),
    ...shown.asks.map((ask) => askField(ask, form, tried)),
    delivery,
    ...(form.delivery === 'courier' ? [address] : []),
  ]
}

function paperFields(paper: MatterPaper, place: number, form: MatterForm): FormField[] {
  const brought = form.papers[paper.name] ?? NOTHING
  const change = (differs: Partial<typeof brought>): void => void (form.papers[paper.name] = { ...(form.papers[paper.name] ?? NOTHING), ...differs })
  const fields: FormField[] = []
  if (paper.ways.length > 1) fields.push({ key: paperKey(place, 'how'), label: paper.name, kind: 'choice', value: brought.how, choices: wayChoices(paper), put: (how) => change({ how }) })
  if (brought.how === 'files') fields.push({ key: paperKey(place, 'files'), label: `${paper.name}的照片或文件`, kind: 'files', count: brought.files.length })
  if (brought.how === 'not_mine')
    fields.push({ key: paperKey(place, 'because'), label: `为什么没有${paper.name}`, kind: 'text', value: brought.because, most: MOST_LETTERS.because, put: (because) => change({ because }) })
  return fields
}

function askField(ask: MatterAsk, form: MatterForm, tried: boolean): FormField {
  const named = { key: askKey(ask), label: ask.label }
  const value = form.values[ask.key] ?? ''
  if (ask.kind === 'private') return { ...named, kind: 'private', filled: value.trim() !== '' }
  const filled = { ...named, value, fault: tried ? askFault(ask, value) : null, put: (proposed: string): void => void (form.values[ask.key] = proposed) }
  if (ask.kind === 'choice') return { ...filled, kind: 'choice', choices: askChoices(ask) }
  return { ...filled, kind: 'text', most: ask.kind === 'date' ? MOST_LETTERS.day : MOST_LETTERS.ask }
}
