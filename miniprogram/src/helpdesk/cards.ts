import { open, openAsPerson, PAGES } from '@/acts/paths'
import type { IconName } from '@/components/icons'
import { leadTo } from '@/platform/place'
import { getHall } from '@/services/appointments'
import { keepHelper } from '@/stores/accompanying'

interface CardKind {
  icon: IconName
  /** What a touch does, in words. */
  act: string
  open: (target: string, talk: string) => void
  /** A second touch, beside the first: the way there. */
  lead?: (target: string) => Promise<void>
}

/** Where the forms are filled in that an agent may ask to look at. */
const FORMS: Record<string, string> = {
  'arrears-complaint': PAGES.months,
  'payments-card': PAGES.card,
  'crossregion-apply': PAGES.crossings,
  'matters-fill': PAGES.myMatters,
}

/** The form, or the list from which one comes to it; whoever is asked there for help is the agent of this conversation. */
function openForm(form: string, talk: string): void {
  keepHelper(talk)
  openAsPerson(FORMS[form] ?? PAGES.matters)
}

/** What each kind of card opens. A kind that is not here is of a newer service: its words are shown, nothing is opened. */
const CARDS: Record<string, CardKind> = {
  hall: { icon: 'place', act: '看大厅', open: (id) => open(PAGES.hall, { id }), lead: async (id) => leadTo(await getHall(id)) },
  booking: { icon: 'clock', act: '去预约', open: (code) => open(PAGES.hall, { code }) },
  guide: { icon: 'document', act: '看怎么办', open: (id, talk) => open(PAGES.guide, { id, talk }) },
  answer: { icon: 'info', act: '看答案', open: (pair) => open(PAGES.ask, { pair }) },
  package: { icon: 'list', act: '一步步办', open: (id) => open(PAGES.package, { id }) },
  matter: { icon: 'pen', act: '准备材料', open: (item, talk) => beginMatter(item, talk) },
  share: { icon: 'team', act: '去填表', open: openForm },
}

function beginMatter(item: string, talk: string): void {
  keepHelper(talk)
  openAsPerson(PAGES.matterFill, { item, talk })
}

export function cardKind(kind: string): CardKind | null {
  return CARDS[kind] ?? null
}
