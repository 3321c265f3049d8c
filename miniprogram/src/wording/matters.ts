import type { Matter, MatterAsk, MatterEntry, MatterFilling, MatterPaper } from '@/services/types'
import type { Tone } from './contract'
import { latest } from './dates'

const TONES: Record<string, Tone> = { draft: 'call', supplement: 'call', decided: 'good', delivered: 'good', refused: 'stop', withdrawn: 'stop', lapsed: 'stop' }

export function matterTone(state: string): Tone {
  return TONES[state] ?? 'wait'
}

/** What may be expected next, in one sentence. */
export function matterNext(shown: Matter): string {
  switch (shown.row.state) {
    case 'draft':
      return shown.check_asked ? '工作人员正在看您的材料，看完发消息给您' : '还没提交，可以接着填'
    case 'submitted':
      return '五个工作日内答复您。到时没有答复，就算受理'
    case 'supplement':
      return shown.row.due_at ? `最晚${latest(shown.row.due_at)}补材料，到期没补算您撤回` : '要您补一次材料'
    case 'accepted':
      return shown.paused ? `暂停计时：${shown.paused}` : shown.silent ? '五个工作日没有答复，已自动受理' : '已经受理，到期前办结'
    case 'refused':
      return '没有受理，理由写在下面'
    case 'decided':
      return `办结了，结果${shown.delivery_label}`
    case 'lapsed':
      return '到期没补材料，算您撤回了。材料还在，可以重新办'
    case 'delivered':
      return `办结了，结果已${shown.delivery_label}`
    default:
      return '您不办了，交的材料已经删除'
  }
}

/** What stands over the list of what was asked for: it is owed, it came, or it never did. */
export function askedTitle(shown: Matter): string {
  if (shown.row.state === 'supplement') return '要补的材料'
  if (shown.row.state === 'lapsed') return '到期没补的材料'
  return shown.row.state === 'withdrawn' ? '当时要补的材料' : '已经补交的材料'
}

const WAYS: Record<string, { label: string; note: string }> = {
  files: { label: '拍照或传文件', note: '照片、PDF 都行' },
  licence: { label: '用电子证照代替', note: '不用传，工作人员会查' },
  not_mine: { label: '我没有这种情况', note: '写一句为什么' },
  later: { label: '以后再补', note: '提交后也能补' },
}

export function wayChoices(paper: MatterPaper): { value: string; label: string; note: string }[] {
  return paper.ways.map((way) => ({ value: way, ...(WAYS[way] ?? { label: way, note: '' }) }))
}

/** How one paper is brought, as the form keeps it. */
export interface Brought {
  how: string
  files: string[]
  because: string
}

export const NOTHING: Brought = { how: '', files: [], because: '' }

export interface MatterForm {
  papers: Record<string, Brought>
  values: Record<string, string>
  delivery: string
  address: string
}

/** The form as the service has it; a paper with one way only needs no choice. */
export function asForm(shown: Matter): MatterForm {
  const papers = shown.entries.map((one) => [one.name, { how: one.how || (one.ways.length === 1 ? one.ways[0] : ''), files: one.files.map((file) => file.file_id), because: one.because }])
  return {
    papers: Object.fromEntries(papers) as Record<string, Brought>,
    values: Object.fromEntries(shown.values.map((one) => [one.key, one.value])),
    delivery: shown.delivery,
    address: shown.address,
  }
}

/** What is still to do for a paper; empty when nothing is. */
export function paperGap(paper: MatterPaper, form: MatterForm): string {
  const brought = form.papers[paper.name]
  if (!brought?.how) return '请点一种'
  if (brought.how === 'files' && brought.files.length === 0) return '还没有传'
  return brought.how === 'not_mine' && !brought.because.trim() ? '请写一句为什么' : ''
}

export function askChoices(ask: MatterAsk): { value: string; label: string }[] {
  return [{ value: '', label: '请选择' }, ...(ask.choices ?? []).map((word) => ({ value: word, label: word }))]
}

/** What is wrong with a line of the form; null when nothing is. */
export function askFault(ask: MatterAsk, value = ''): string | null {
  const written = value.trim()
  if (written === '') return ask.required ? `${['choice', 'date'].includes(ask.kind) ? '请选' : '请填'}${ask.label}` : null
  if (ask.kind === 'number' && !Number.isFinite(Number(written))) return `${ask.label}要填数字`
  if (ask.kind === 'date' && !isDay(written)) return `${ask.label}要写成 2026-01-31 这样`
  return null
}

function isDay(written: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(Date.parse(written))
}

/** What is sent: a paper of which nothing was brought yet is left out. */
export function asFilling(shown: Matter, form: MatterForm): MatterFilling {
  return {
    entries: shown.entries.filter((paper) => !paperGap(paper, form)).map((paper) => asEntry(paper.name, form.papers[paper.name] ?? NOTHING)),
    values: Object.fromEntries(Object.entries(form.values).filter(([, value]) => value.trim())),
    delivery: form.delivery as MatterFilling['delivery'],
    address: form.delivery === 'courier' ? form.address.trim() : '',
  }
}

function asEntry(name: string, brought: Brought): MatterEntry {
  return {
    name,
    how: brought.how as MatterEntry['how'],
    files: brought.how === 'files' ? brought.files : [],
    because: brought.how === 'not_mine' ? brought.because.trim() : '',
  }
}

const DELIVERY_WORDS: Record<string, string> = { phone: '发到手机', hall: '到大厅取', courier: '快递到家' }

export function deliveryChoices(shown: Matter): { value: string; label: string }[] {
  return shown.deliveries.map((one) => ({ value: one, label: DELIVERY_WORDS[one] ?? one }))
}
