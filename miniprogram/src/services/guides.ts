import { call } from './client'
import type { Guide, GuideFollow, GuideHelpCode, GuideHelped, GuidePackage, GuidePlan, GuidePlanDone, GuidePlanForm, GuidePlanRow, GuideRow, GuideWay, Page } from './types'

const ROOT = '/v1/guides'
const plan = (id: string): string => `${ROOT}/plans/${encodeURIComponent(id)}`
const card = (id: string, key: string): string => `${plan(id)}/cards/${encodeURIComponent(key)}`

/** What is published for a region: its own items and those of the city and the province it lies in. */
export function listGuides(region: string, theme: string, word: string, cursor?: string): Promise<Page<GuideRow>> {
  return call('GET', `${ROOT}/items`, { query: { region, theme: theme || undefined, word: word || undefined, cursor }, open: true })
}

export function getGuide(id: string): Promise<Guide> {
  return call('GET', `${ROOT}/items/${encodeURIComponent(id)}`, { open: true })
}

/** Whether one hears of an item's changes. */
export function getFollowing(id: string): Promise<GuideFollow> {
  return call('GET', `${ROOT}/items/${encodeURIComponent(id)}/following`)
}

export function followGuide(id: string, on: boolean, key: string): Promise<GuideFollow> {
  return call('PUT', `${ROOT}/items/${encodeURIComponent(id)}/following`, { body: { on }, key })
}

export function listPackages(region: string): Promise<Page<GuidePackage>> {
  return call('GET', `${ROOT}/packages`, { query: { region }, open: true })
}

/** Where one stands in a package after these answers, `question:choice` parted by commas. */
export function getWay(id: string, answers: string): Promise<GuideWay> {
  return call('GET', `${ROOT}/packages/${encodeURIComponent(id)}/way`, { query: { answers }, open: true })
}

export function listPlans(cursor?: string): Promise<Page<GuidePlanRow>> {
  return call('GET', `${ROOT}/plans`, { query: { cursor } })
}

export function makePlan(body: GuidePlanForm, key: string): Promise<GuidePlanDone> {
  return call('POST', `${ROOT}/plans`, { body, key })
}

export function getPlan(id: string): Promise<GuidePlan> {
  return call('GET', plan(id))
}

/** A card is done, or is not after all. */
export function markCard(id: string, name: string, done: boolean, key: string): Promise<GuidePlanDone> {
  return call('POST', card(id, name), { body: { done }, key })
}

/** The person's word on what a helper said. */
export function answerHelper(id: string, name: string, agrees: boolean, key: string): Promise<GuidePlanDone> {
  return call('POST', `${card(id, name)}/word`, { body: { agrees }, key })
}

/** Which papers are at hand. */
export function tickPapers(id: string, names: string[], key: string): Promise<GuidePlanDone> {
  return call('PUT', `${plan(id)}/papers`, { body: { names }, key })
}

export function endPlan(id: string, key: string): Promise<GuidePlanDone> {
  return call('POST', `${plan(id)}/end`, { key })
}

/** What a helper scans: good once. */
export function getHelpCode(id: string): Promise<GuideHelpCode> {
  return call('GET', `${plan(id)}/code`)
}

export function endHelp(id: string, key: string): Promise<GuidePlanDone> {
  return call('POST', `${plan(id)}/help-end`, { key })
}

/** Scan a person's code: one sees their plan for two hours. */
export function beginHelp(code: string, key: string): Promise<GuidePlanDone> {
  return call('POST', `${ROOT}/help`, { body: { code }, key })
}

/** The plan of the person whom one helps now. */
export function getHelped(id: string): Promise<GuideHelped> {
  return call('GET', `${ROOT}/help/${encodeURIComponent(id)}`)
}

/** Say that a card is done: the person is asked. */
export function proposeCard(id: string, name: string, key: string): Promise<GuidePlanDone> {
  return call('POST', `${ROOT}/help/${encodeURIComponent(id)}/cards/${encodeURIComponent(name)}`, { key })
}
