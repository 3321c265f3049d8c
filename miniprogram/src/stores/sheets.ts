import { ref } from 'vue'
import { readStored, writeStored } from '@/platform/storage'
import { enterFindings, getSheet } from '@/services/inspections'
import { newKey } from '@/services/keys'
import { asProblem } from '@/services/problem'
import type { FindingEntry, InspectedSheet, PointFound } from '@/services/types'
import { foundThere, type Finding } from '@/wording/inspections'
import { goneFiles } from './gone'
import { forgetPhoto, fresh, keepWaiting, sendPhoto, waitingPhotos } from './photos'
import { session } from './session'

/**
 * An inspection is written on the phone first. What was found waits under its sheet until the service took it; a batch is
 * kept with its key before it is sent, so that a lost answer or a closed app repeats the same batch. What somebody else
 * changed meanwhile comes back and waits for the person's choice.
 */
interface Kept {
  sheet: InspectedSheet
  waiting: Record<string, Finding>
  sent: { key: string; entries: FindingEntry[] } | null
  conflicts: Record<string, PointFound>
}

const MOST = 200
const nameOf = (id: string): string => `sheet:${session.me?.person_id ?? 'anyone'}:${id}`
/** Counts up whenever a sheet on the phone changed; pages look again. */
export const changes = ref(0)

export function keptSheet(id: string): Kept | null {
  return readStored<Kept>(nameOf(id))
}

/** Under which name the photos of a point wait that have not arrived. */
export function photosOf(id: string, point: string): string {
  return `sheet-${id}-${point}`
}

/** What the service says now; what waits here stays. True only when it is on the phone. */
export function takeSheet(sheet: InspectedSheet): boolean {
  const before = keptSheet(sheet.id)
  return write(sheet.id, { waiting: {}, sent: null, conflicts: {}, ...before, sheet })
}

/** What was found here, else what the service has. */
export function findingOf(kept: Kept, point: PointFound): Finding {
  return kept.waiting[point.point] ?? foundThere(point)
}

/** Write a finding down. False when the phone could not keep it: nobody may say that it is saved. */
export function record(id: string, point: string, finding: Finding): boolean {
  const kept = keptSheet(id)
  if (!kept) return false
  return write(id, { ...kept, waiting: { ...kept.waiting, [point]: finding } })
}

/** Points that wait to be sent, and those that wait for a choice. */
export function queue(id: string): { waiting: number; conflicts: number } {
  const kept = keptSheet(id)
  const conflicts = Object.keys(kept?.conflicts ?? {}).length
  return { waiting: Object.keys(kept?.waiting ?? {}).length - conflicts, conflicts }
}

/** Of two findings for one point the person chose one. */
export function choose(id: string, point: string, mine: boolean): void {
  const kept = keptSheet(id)
  const theirs = kept?.conflicts[point]
  const own = kept?.waiting[point]
  if (!kept || !theirs || !own) return
  const conflicts = without(kept.conflicts, point)
  const others = without(kept.waiting, point)
  const items = kept.sheet.items.map((one) => (one.point === point ? theirs : one))
  const waiting = mine ? { ...others, [point]: { ...own, seen: theirs.revision } } : others
  write(id, { ...kept, sheet: { ...kept.sheet, items }, waiting, conflicts })
}

const running = new Map<string, Promise<void>>()
const following = new Map<string, Promise<void>>()

/**
 * Send everything that waits: photos first, then one batch. Asked while a batch is on its way, another follows with what
 * was written meanwhile. Raises the problem when the network is gone.
 */
export function sendSheet(id: string): Promise<void> {
  const going = running.get(id)
  if (!going) return begin(id)
  const next = following.get(id) ?? going.finally(() => following.delete(id)).then(() => sendSheet(id))
  following.set(id, next)
  return next
}

function begin(id: string): Promise<void> {
  const turn = deliver(id).finally(() => running.delete(id))
  running.set(id, turn)
  return turn
}

/** When nothing of this sheet is on its way any more, however that ended. */
export function settled(id: string): Promise<unknown> {
  return (following.get(id) ?? running.get(id) ?? Promise.resolve()).catch(() => undefined)
}

async function deliver(id: string): Promise<void> {
  // Asked first: without a network no batch is made up, and what is found meanwhile goes along in one.
  takeSheet(await getSheet(id))
  if (keptSheet(id)?.sent) await post(id)
  for (const point of ready(id)) await bringPhotos(id, point)
  const points = ready(id)
  const kept = keptSheet(id)
  if (!kept || points.length === 0) return
  const entries = points.slice(0, MOST).map((point) => entry(point, kept.waiting[point]))
  write(id, { ...kept, sent: { key: newKey(), entries } })
  await post(id)
}

function ready(id: string): string[] {
  const kept = keptSheet(id)
  return Object.keys(kept?.waiting ?? {}).filter((point) => !kept?.conflicts[point])
}

function entry(point: string, finding: Finding | undefined): FindingEntry {
  return { point, ...(finding as Finding) }
}

async function bringPhotos(id: string, point: string): Promise<void> {
  const whose = photosOf(id, point)
  for (let [first] = waitingPhotos(whose); first; [first] = waitingPhotos(whose)) {
    const photo = fresh(first)
    keepWaiting(whose, [photo, ...waitingPhotos(whose).slice(1)])
    const file = await sendPhoto(photo)
    const finding = keptSheet(id)?.waiting[point]
    if (finding) record(id, point, { ...finding, photos: [...finding.photos, file] })
    keepWaiting(whose, waitingPhotos(whose).slice(1))
    forgetPhoto(photo)
  }
}

/** Send the batch that is kept, then let go of what the service took as it still stands here. */
async function post(id: string): Promise<void> {
  const sent = keptSheet(id)?.sent
  if (!sent) return
  const done = await enterFindings(id, sent.entries, sent.key).catch((error: unknown) => {
    const kept = keptSheet(id)
    if (kept && isRefusal(error)) write(id, { ...kept, sent: null, waiting: withoutPhotos(kept.waiting, goneFiles(asProblem(error))) })
    throw error
  })
  const now = await getSheet(id).catch(() => null)
  const kept = keptSheet(id)
  if (!kept) return
  const sheet = now ?? kept.sheet
  const revisions = new Map(sheet.items.map((one) => [one.point, one.revision]))
  let waiting = kept.waiting
  for (const was of sent.entries.filter((one) => done.taken.includes(one.point))) {
    const own = waiting[was.point]
    if (own && JSON.stringify(entry(was.point, own)) === JSON.stringify(was)) waiting = without(waiting, was.point)
    else if (own) waiting = { ...waiting, [was.point]: { ...own, seen: revisions.get(was.point) ?? own.seen } }
  }
  const conflicts = Object.fromEntries(done.conflicts.map((one) => [one.point, one]))
  write(id, { sheet, waiting, sent: null, conflicts: { ...kept.conflicts, ...conflicts } })
}

function without<T>(all: Record<string, T>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([one]) => one !== name))
}

/** Findings without photos that are gone: the others, and all that was written, go on with the next batch. */
function withoutPhotos(all: Record<string, Finding>, ids: string[]): Record<string, Finding> {
  return Object.fromEntries(Object.entries(all).map(([point, one]) => [point, { ...one, photos: one.photos.filter((id) => !ids.includes(id)) }]))
}

function isRefusal(error: unknown): boolean {
  return !(error as { passing?: boolean }).passing
}

function write(id: string, kept: Kept): boolean {
  const done = writeStored(nameOf(id), kept)
  changes.value += 1
  return done
}
