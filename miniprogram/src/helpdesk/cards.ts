import { open, PAGES } from '@/acts/paths'
import type { IconName } from '@/components/icons'
import { leadTo } from '@/platform/place'
import { getHall } from '@/services/appointments'

interface CardKind {
  icon: IconName
  /** What a touch does, in words. */
  act: string
  open: (target: string, talk: string) => void
  /** A second touch, beside the first: the way there. */
  lead?: (target: string) => Promise<void>
}

/** What each kind of card opens. A kind that is not here is of a newer service: its words are shown, nothing is opened. */
const CARDS: Record<string, CardKind> = {
  hall: { icon: 'place', act: '看大厅', open: (id) => open(PAGES.hall, { id }), lead: async (id) => leadTo(await getHall(id)) },
  booking: { icon: 'clock', act: '去预约', open: (code) => open(PAGES.hall, { code }) },
  guide: { icon: 'document', act: '看怎么办', open: (id, talk) => open(PAGES.guide, { id, talk }) },
  package: { icon: 'list', act: '一步步办', open: (id) => open(PAGES.package, { id }) },
}

export function cardKind(kind: string): CardKind | null {
  return CARDS[kind] ?? null
}
