import type { Choice } from '@/components/ChoiceList.vue'
import type { SharedSheet, SharingOffer, SharingRow, SharingTrace } from '@/services/types'

/** Which text of the consent this app shows (`terms.CONSENT`, `terms.SCREEN_CONSENT` of the service). */
export const consentFor = (form: FormName): string => (form === 'screen' ? '2026-11-screen' : '2026-11')
export const ALWAYS_HIDDEN = '身份证号、银行卡号、电话（写在文字里的也遮住）、密码、验证码'

/** Telephones, cards, identity numbers: eleven figures and more, also with gaps. */
const LONG_NUMBER = /\d(?:[ -]?\d){9,18}[\dXx]?/g

interface Named {
  key: string
  label: string
}

/** A field of a form that may be filled in with somebody. What is private or a file has no value to give away. */
export type FormField = Named &
  (
    | { kind: 'text'; value: string; most: number; fault?: string | null; put: (value: string) => void }
    | { kind: 'choice'; value: string; choices: Choice[]; fault?: string | null; put: (value: string) => void }
    | { kind: 'files'; count: number }
    | { kind: 'private'; filled: boolean }
  )

export type FormName = SharingOffer['form']
type SharedField = SharedSheet['fields'][number]

/** What of a field leaves the phone: of what is private nothing, of a text no number of a person. */
export function shared(field: FormField): SharedField {
  const named = { key: field.key, label: field.label, kind: field.kind, value: '', fault: '', most: 0, options: [] }
  switch (field.kind) {
    case 'private':
      return { ...named, filled: field.filled }
    case 'files':
      return { ...named, value: String(field.count), filled: field.count > 0 }
    case 'choice':
      return {
        ...named,
        value: field.value,
        filled: field.value !== '',
        fault: field.fault ?? '',
        options: field.choices.map(({ value, label }) => ({ value, label })),
      }
    default:
      return { ...named, value: field.value.replace(LONG_NUMBER, '***'), filled: field.value !== '', fault: field.fault ?? '', most: field.most }
  }
}

/** A value in words: a choice by its label. */
export function valueWords(field: FormField | undefined, value: string): string {
  if (field?.kind === 'choice') return field.choices.find((one) => one.value === value)?.label ?? '没选'
  return value === '' ? '空着' : value
}

export function oldWords(field: FormField | undefined): string {
  return field?.kind === 'text' || field?.kind === 'choice' ? valueWords(field, field.value) : ''
}

export const seenLabels = (fields: FormField[]): string =>
  fields.filter((one) => one.kind !== 'private').map((one) => (one.kind === 'files' ? `${one.label}（只看得到几张）` : one.label)).join('、')

export const hiddenLabels = (fields: FormField[]): string =>
  [...fields.filter((one) => one.kind === 'private').map((one) => one.label), ALWAYS_HIDDEN].join('、')

/** Who looked, in one sentence. */
export function lookedWords(row: SharingRow): string {
  if (!row.joined_at) return '没有人来看'
  return row.ended_at ? `${row.helper}看过` : `${row.helper}正在看`
}

/** What was done, and with which field. */
export const stepWords = (step: SharingTrace['steps'][number]): string => (step.field ? `${step.label}：${step.field}` : step.label)

/** Six figures as one reads them out. */
export const spokenCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`
