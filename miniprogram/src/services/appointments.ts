import { call } from './client'
import type { Booking, BookingDone, BookingForm, BookingRow, CheckInCode, Hall, HallDay, HallNearby, HallNow, HallSlot, OnlineWay, Page } from './types'

const ROOT = '/v1/appointments'
const hall = (id: string): string => `${ROOT}/halls/${encodeURIComponent(id)}`
const booking = (id: string): string => `${ROOT}/bookings/${encodeURIComponent(id)}`

/** Where one may go, in a county, and how it is there now. */
export function listHalls(county: string, cursor?: string): Promise<Page<HallNearby>> {
  return call('GET', `${ROOT}/halls`, { query: { county, cursor }, open: true })
}

/** Where one may go around a square of the map (`appointments/near.ts`). */
export function listNearby(cell: string): Promise<Page<HallNearby>> {
  return call('GET', `${ROOT}/nearby`, { query: { cell }, open: true })
}

export function getHall(id: string): Promise<Hall> {
  return call('GET', hall(id), { open: true })
}

/** Whether it is open, and how many are in it. */
export function getHallNow(id: string): Promise<HallNow> {
  return call('GET', `${hall(id)}/now`, { open: true })
}

/** The days ahead, with those on which the hall is closed and why. */
export function listHallDays(id: string): Promise<Page<HallDay>> {
  return call('GET', `${hall(id)}/days`, { open: true })
}

/** What is left of a day. */
export function listHallSlots(id: string, matter: string, day: string): Promise<Page<HallSlot>> {
  return call('GET', `${hall(id)}/slots`, { query: { matter, day }, open: true })
}

/** Somebody does it online instead of coming. */
export function chooseOnline(id: string, matter: string, key: string): Promise<OnlineWay> {
  return call('POST', `${hall(id)}/online`, { body: { matter }, key })
}

export function listMyBookings(cursor?: string): Promise<Page<BookingRow>> {
  return call('GET', `${ROOT}/bookings`, { query: { cursor } })
}

export function getBooking(id: string): Promise<Booking> {
  return call('GET', booking(id))
}

/** Keeps a place for five minutes. */
export function holdPlace(body: BookingForm, key: string): Promise<BookingDone> {
  return call('POST', `${ROOT}/bookings`, { body, key })
}

/** A turn behind those who wait. */
export function waitForPlace(body: BookingForm, key: string): Promise<BookingDone> {
  return call('POST', `${ROOT}/waits`, { body, key })
}

export function confirmBooking(id: string, key: string): Promise<BookingDone> {
  return call('POST', `${booking(id)}/confirmation`, { key })
}

export function cancelBooking(id: string, key: string): Promise<BookingDone> {
  return call('POST', `${booking(id)}/cancellation`, { key })
}

/** Whoever is said not to come says that they do. */
export function keepBooking(id: string, key: string): Promise<BookingDone> {
  return call('POST', `${booking(id)}/coming`, { key })
}

/** A paper shown before the visit. */
export function sendBookingPaper(id: string, number: number, file: string, key: string): Promise<BookingDone> {
  return call('POST', `${booking(id)}/papers`, { body: { number, file_id: file }, key })
}

export function getCheckInCode(id: string): Promise<CheckInCode> {
  return call('GET', `${booking(id)}/code`)
}

/** The visit as a file for one's calendar. */
export function getBookingCalendar(id: string): Promise<string> {
  return call('GET', `${booking(id)}/calendar`)
}
