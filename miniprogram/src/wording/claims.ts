import type { ClaimKept, ClaimLicence, ClaimPaper, ClaimRow, ClaimStation, PolicyClaim, PolicyDetail, TimelineStep } from '@/services/types'
import type { Tone } from './contract'
import { longDate } from './dates'
import { yuan } from './money'

const YOURS = ['offered', 'draft', 'supplement', 'returned']
const OVER = ['paid', 'recovered', 'refused', 'withdrawn']
const TONES: Record<string, Tone> = { paid: 'good', refused: 'bad', returned: 'bad', recovering: 'bad', recovered: 'stop', withdrawn: 'stop' }

export function claimTone(state: string): Tone {
  return TONES[state] ?? (YOURS.includes(state) ? 'call' : 'wait')
}

const NEXT: Record<string, string> = {
  offered: '不用申报。填好收款账户，确认就能领',
  draft: '还没有提交，接着填',
  submitted: '等部门受理',
  supplement: '要您补正一次，写着补什么',
  review: '部门正在审核',
  publicity: '正在公示，没有人有异议就批准',
  objected: '有人提异议，部门在核查',
  deciding: '等部门批准',
  approved: '已经批准，等国库拨钱',
  ordered: '国库正在拨钱',
  paid: '钱已经到账，请查收',
  returned: '钱被银行退回，请更正收款账户',
  recovering: '部门决定追回这笔钱，写着理由',
  recovered: '钱已经退回国库',
  refused: '没有通过，写着理由',
  withdrawn: '您已撤回。还要申报，可以重新开始',
}

/** Who must act now and how, in one sentence. */
export function claimNext(state: string): string {
  return NEXT[state] ?? ''
}

/** Whether it goes on by itself: the rules decide it, or the treasury is paying. */
export function moves(row: ClaimRow): boolean {
  if (row.state === 'deciding') return row.mode === 'at_once' || row.mode === 'automatic'
  return ['approved', 'ordered'].includes(row.state)
}

export interface ClaimCall {
  id: string
  title: string
  note: string
  act: string
}

const CALLS: Record<string, [title: string, act: string]> = {
  returned: ['钱被银行退回，请改账户', '去改'],
  supplement: ['有申报要您补正一次', '去补'],
  offered: ['有一笔钱等您确认', '去领'],
}

/** What waits for the enterprise most, for the home page: what loses its time first. */
export function claimCall(rows: ClaimRow[]): ClaimCall | null {
  for (const [state, [title, act]] of Object.entries(CALLS)) {
    const row = rows.find((one) => one.state === state)
    if (row) return { id: row.id, title, act, note: `${row.policy_title} · ${claimSum(row.amount_fen)}` }
  }
  return null
}

export interface ClaimGroup {
  title: string
  rows: ClaimRow[]
}

/** What one need not even apply for, what waits for the enterprise, what others are busy with, what is over. */
export function claimGroups(rows: ClaimRow[]): ClaimGroup[] {
  const offered = (row: ClaimRow): boolean => row.state === 'offered'
  const yours = (row: ClaimRow): boolean => YOURS.includes(row.state) && !offered(row)
  const over = (row: ClaimRow): boolean => OVER.includes(row.state)
  const groups = [
    { title: '不用申报，确认就能领', rows: rows.filter(offered) },
    { title: '等您办', rows: rows.filter(yours) },
    { title: '正在办', rows: rows.filter((row) => !YOURS.includes(row.state) && !over(row)) },
    { title: '办完了', rows: rows.filter(over) },
  ]
  return groups.filter((group) => group.rows.length > 0)
}

export function claimSum(fen: number): string {
  return fen > 0 ? `${yuan(fen)} 元` : '金额还没定'
}

/** The earlier claim of a policy that goes on, to be led to. */
export function claimOf(rows: ClaimRow[], policy: string): ClaimRow | undefined {
  return rows.find((row) => row.policy_id === policy && !['refused', 'withdrawn'].includes(row.state))
}

const MODES: Record<string, string> = {
  automatic: '不用申报。部门列好名单会通知您，确认收款账户就能领。',
  at_once: '提交以后按部门数据当场判断，符合的马上批准。',
  promised: '先承诺、先办理。部门初审、查信用、公示以后批准。',
  ordinary: '提交以后部门受理、审核、公示，再批准拨钱。',
}

/** How a claim of this mode goes. */
export function modeStory(mode: string): string {
  return MODES[mode] ?? ''
}

/** A claim's way for the progress line; where it stands says in whose hands it is, and until when. */
export function wayLine(view: PolicyClaim): TimelineStep[] {
  const here = [view.waiting_for, view.due_label].filter(Boolean).join('，')
  return view.way.map((one: ClaimStation, place) => ({
    key: String(place),
    label: one.label,
    state: one.state,
    at: null,
    by_label: one.state === 'now' ? here : '',
    due_at: null,
  }))
}

const NOTES: Record<string, string> = {
  supplement: '要补什么',
  refused: '没有通过的理由',
  returned: '银行退回的原因',
  recovering: '追回的理由',
  recovered: '追回的理由',
}

/** What the last words are about. */
export function noteTitle(state: string): string {
  return NOTES[state] ?? '最近的说明'
}

/** The papers as they are handed in: one line a file, under the material's name. */
export function papersOf(given: Record<string, string[]>): ClaimPaper[] {
  return Object.entries(given).flatMap(([material, ids]) => ids.map((file_id) => ({ material, file_id })))
}

/** Materials without a single file. */
export function lackingPapers(materials: string[], given: Record<string, string[]>): string[] {
  return materials.filter((name) => (given[name] ?? []).length === 0)
}

/** A licence in one line: its number, until when, who issued it. */
export function licenceWords(one: ClaimLicence): string {
  return [`编号 ${one.number}`, one.valid_until ? `有效期到${longDate(one.valid_until)}` : '长期有效', one.issuer].join('，')
}

export const ACCOUNT_NUMBER = /^\d{8,30}$/

/** What is wrong with an account that was typed; empty when nothing is. */
export function accountFaults(account: { bank: string; number: string }): { bank: string; number: string } {
  const digits = account.number.replace(/\s/g, '')
  return {
    bank: account.bank.trim().length < 2 ? '请写开户银行和支行' : '',
    number: ACCOUNT_NUMBER.test(digits) ? '' : '请写银行账号，8 到 30 位数字',
  }
}

/** 12020000012345 is read 1202 0000 0123 45. */
export function accountWords(number: string): string {
  return number.replace(/\s/g, '').replace(/(\d{4})(?=\d)/g, '$1 ')
}

/** What giving it up means: an offer is turned down, a claim is taken back. */
export function givingUp(state: string): { label: string; title: string; text: string; confirm: string } {
  if (state === 'offered') return { label: '不享受这项政策', title: '不享受这项政策？', text: '点了以后这笔钱不再发给您。', confirm: '不享受' }
  return { label: '撤回这件申报', title: '撤回这件申报？', text: '撤回后部门不再办。还在受理时间内，可以重新申报。', confirm: '撤回' }
}

/** A sum typed in yuan or 万元, as fen; null when it is none. An enterprise's sums are longer than a wage's. */
export function sumFromTyped(text: string): number | null {
  const found = /^(\d{1,10})(?:\.(\d{1,2}))?(万?)元?$/.exec(text.replace(/[,，\s]/g, ''))
  if (!found) return null
  const fen = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
  return found[3] ? fen * 10_000 : fen
}

export interface KeptMaterial {
  name: string
  shared: boolean
}

const textIn = (edition: ClaimKept['edition'], name: string): string => {
  const found = edition[name]
  return typeof found === 'string' ? found : ''
}

/** Every material that the policy asks for, and whether departments share it. */
export function keptMaterials(kept: ClaimKept): KeptMaterial[] {
  const listed = kept.edition.materials
  if (!Array.isArray(listed)) return []
  return (listed as { name: string; source: string }[]).map((one) => ({ name: one.name, shared: one.source === 'shared' }))
}

/** The most that the policy pays to one enterprise, in fen; 0 where it names none. */
export function keptCap(kept: ClaimKept): number {
  const award = kept.edition.award as { cap?: number } | undefined
  return award?.cap ?? 0
}

/** What the policy said, line by line. */
export function keptLines(kept: ClaimKept): { name: string; text: string }[] {
  const names: [string, string][] = [
    ['summary', '讲什么'],
    ['audience', '谁能享受'],
    ['steps', '怎么办'],
    ['payment', '钱拨到哪里'],
    ['basis', '依据'],
    ['number', '文号'],
  ]
  return names.map(([key, name]) => ({ name, text: textIn(kept.edition, key) })).filter((line) => line.text)
}

/** Why a claim can't be begun, as far as the page itself knows; empty when it may be tried. */
export function beginRefusal(policy: PolicyDetail, answer: string | undefined): string {
  if (policy.mode === 'automatic') return '这项政策不用您申报。列入名单后会通知您。'
  if (policy.window === 'soon') return `还没有开始，${longDate(policy.opens_on)}起可以申报。`
  if (policy.window === 'closed') return '已经截止，现在不能申报。'
  return answer === 'no' ? '现在还不符合，不能申报。差在哪里写在上面。' : ''
}

export interface Filled {
  bank: string
  number: string
  papers: Record<string, string[]>
}

/** What is about to be handed in, to be read once more. */
export function submissionLines(form: Filled, fen: number, holder: string): { name: string; text: string }[] {
  const files = papersOf(form.papers).length
  return [
    { name: '申请金额', text: `${yuan(fen)} 元` },
    { name: '户名', text: holder },
    { name: '开户银行', text: form.bank.trim() },
    { name: '银行账号', text: accountWords(form.number) },
    { name: '材料', text: files > 0 ? `${files} 份` : '不用交' },
  ]
}

export function keptTitle(kept: ClaimKept): string {
  return textIn(kept.edition, 'title')
}
