import type { components } from './api'

/** The wire shapes of one's own card and of what arrives on it. */
type Shapes = components['schemas']

export type BankCard = Shapes['PayeeView']
export type CardForm = Shapes['CardForm']
export type CardConsent = Shapes['CardConsentView']
export type Arrival = Shapes['Arrival']
export type MoneyLogEntry = Shapes['MoneyLogEntry']
