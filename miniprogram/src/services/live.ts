import { call } from './client'
import type { LiveTicket } from './types'

/** Where to connect, once and within half a minute. */
export function openLiveTicket(): Promise<LiveTicket> {
  return call('POST', '/v1/live/tickets')
}
