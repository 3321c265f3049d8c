import { call } from './client'
import type { Arrival, BankCard, CardConsent, CardForm, MoneyLogEntry, Page } from './types'

const CARD = '/v1/payments/card'

/** One's own card, masked; a problem with code `payments.card.none` while there is none. */
export function getCard(): Promise<BankCard> {
  return call('GET', CARD)
}

/** What one agrees to before a card is registered; its version goes along with the card. */
export function getCardConsent(): Promise<CardConsent> {
  return call('GET', `${CARD}/consent`)
}

export function registerCard(body: CardForm, key: string): Promise<BankCard> {
  return call('PUT', CARD, { body, key })
}

export function removeCard(key: string): Promise<BankCard> {
  return call('DELETE', CARD, { key })
}

export function getCardLog(): Promise<Page<MoneyLogEntry>> {
  return call('GET', `${CARD}/log`)
}

/** What was paid, or should have been paid, to one's own card, newest first. */
export function listArrivals(cursor?: string): Promise<Page<Arrival>> {
  return call('GET', '/v1/payments/arrivals', { query: { cursor } })
}
