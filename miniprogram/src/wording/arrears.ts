import type { Complaint, PayMonthRow } from '@/services/types'
import type { Tone } from './contract'

const MONTH_TONES: Record<string, Tone> = { expected: 'wait', late: 'bad', paid: 'call', disputed: 'bad', settled: 'good' }

/** How a month's pay looks. */
export function monthTone(row: PayMonthRow): Tone {
  return MONTH_TONES[row.state] ?? 'wait'
}

/** What the badge says: how late, or where it stands. */
export function monthBadge(row: PayMonthRow): string {
  return row.days_late > 0 ? `晚 ${row.days_late} 个工作日` : row.state_label
}

const COMPLAINT_TONES: Record<string, Tone> = { paid: 'call', closed: 'good', withdrawn: 'stop', transferred: 'stop' }

export function complaintTone(state: string): Tone {
  return COMPLAINT_TONES[state] ?? 'wait'
}

const NEXT: Record<string, string> = {
  opened: '证据已附上，等监管部门受理，最长 5 个工作日',
  accepted: '监管部门在处理，有消息马上告诉您',
  mediating: '在调解，有方案要您点头才算',
  agreed: '双方谈成了，等单位付款',
  ordered: '监管部门已责令单位付款',
  paid: '单位说已经付了。钱到了点“解决了”，没到点“没解决”',
  closed: '这件投诉已办结',
  withdrawn: '您已撤回。没解决可以再投诉',
  transferred: '您同意去仲裁，证据材料可以带上',
}

/** What the worker may expect next, in the second person. */
export function complaintNext(complaint: Complaint): string {
  const closing = complaint.deadlines.find((one) => one.kind.startsWith('arrears.closing') && one.state === 'running')
  // Silence counts as an answer here: it is told beforehand.
  const silence = complaint.row.state === 'paid' && closing ? `。${closing.due_label}不答复，就按已解决办结` : ''
  return `${NEXT[complaint.row.state] ?? ''}${silence}`
}

export const REASONS = [
  { value: 'not_paid', label: '没有发工资' },
  { value: 'paid_less', label: '工资少发了' },
  { value: 'no_table', label: '没给工资单' },
]

export const REPLIES: Record<string, string> = {
  agree: '同意方案',
  refuse: '不同意方案',
  paid: '已经付款',
  explain: '作出说明',
}
