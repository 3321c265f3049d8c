import { describe, expect, test } from 'vitest'
import type { Matter, Ticket } from '@/services/types'
import { matterSlip, ticketSlip, waySlip } from '@/wording/slips'

const CARD = { key: 'a', title: '办营业执照', note: '', item_id: 'i', name: '', department: '市场监管局', where: '政务中心', hall_id: '', online: '', promised_days: 3, visits: 1, state: 'todo', state_label: '还没办', waits_for: [] }
const PAPER = { name: '身份证', need_label: '必须有', originals: 1, copies: 2, licence: '', note: '', wanted_by: ['办营业执照'], ticked: false }

describe('what is taken home on paper', () => {
  test('a way says each step with its place, and each paper to tick off', () => {
    const slip = waySlip({ name: '我要开餐馆', region_name: '西湖区', days: 3, cards: [CARD, { ...CARD, key: 'b', title: '办许可', waits_for: ['办营业执照'] }], papers: [PAPER] })
    expect(slip.facts.map(([label]) => label)).toEqual(['在哪里办', '要多久', '第 1 步', '第 2 步'])
    expect(slip.facts[3]?.[1]).toContain('先办好：办营业执照')
    expect(slip.ticks).toEqual([{ label: '身份证', note: expect.stringContaining('原件 1 份、复印件共 2 份') }])
  })

  test('a receipt leads with its number and leaves out what is not known', () => {
    const matter = { row: { number: 'BJ-1', name: '办执照', state: 'submitted', state_label: '等受理' }, department: '市场监管局', delivery_label: '到大厅拿', phone: '', entries: [{ name: '身份证', how_label: '已上传' }], clocks: [], actions: [] } as unknown as Matter
    const slip = matterSlip(matter)
    expect(slip.facts[0]).toEqual(['编号', 'BJ-1'])
    expect(slip.facts.map(([label]) => label)).not.toContain('电话')
    expect(slip.ticks).toEqual([{ label: '身份证', note: '已上传' }])
  })

  test('a ticket carries no word of what was asked: paper is left lying', () => {
    const ticket = { row: { number: 'GD-1', klass_label: '投诉', topic_label: '欠薪', state: 'open', state_label: '在办', desk_name: '劳动监察' }, text: '老板叫张三', actions: [], partners: [] } as unknown as Ticket
    expect(JSON.stringify(ticketSlip(ticket))).not.toContain('张三')
    expect(ticketSlip(ticket).facts[0]).toEqual(['编号', 'GD-1'])
  })
})
