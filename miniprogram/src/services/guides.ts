import { call } from './client'
import type { Guide, GuideRow, Page } from './types'

const ROOT = '/v1/guides'

/** What is published for a region: its own items and those of the city and the province it lies in. */
export function listGuides(region: string, theme: string, word: string, cursor?: string): Promise<Page<GuideRow>> {
  return call('GET', `${ROOT}/items`, { query: { region, theme: theme || undefined, word: word || undefined, cursor }, open: true })
}

export function getGuide(id: string): Promise<Guide> {
  return call('GET', `${ROOT}/items/${encodeURIComponent(id)}`, { open: true })
}
