import { describe, expect, it } from 'vitest'
import type { Me, RepairRow } from '@/services/types'
import { byDue, mayVisitAt, momentOf, repairUnits } from '@/wording/repairs'

const row = (id: string, due_at: string | null, overdue = false): RepairRow => ({ id, due_at, overdue }) as RepairRow
const role = (role: string, scope: string): Me['roles'][number] => ({ role, scope, scope_label: scope, role_label: role }) as Me['roles'][number]

describe('what is to be repaired', () => {
  it('begins with what is late, then with what is due first', () => {
    const rows = [row('none', null), row('soon', '2026-11-27T16:00:00Z'), row('late', '2026-11-29T16:00:00Z', true)]
    expect(byDue(rows).map((one) => one.id)).toEqual(['late', 'soon', 'none'])
  })

  it('belongs to the enterprises a person serves, each once; a site is none', () => {
    const me = { roles: [role('operator', 'org:u1'), role('enterprise_admin', 'org:u1'), role('labour_clerk', 'org:u2'), role('project_manager', 'project:p1')] } as Me
    expect(repairUnits(me).map((one) => one.id)).toEqual(['u1'])
  })

  it('is visited after now and within sixty days, by the clock of China', () => {
    const now = new Date('2026-11-23T01:00:00Z')
    expect(mayVisitAt(momentOf('2026-11-23', '09:00'), now)).toBe(false)
    expect(mayVisitAt(momentOf('2026-11-23', '09:01'), now)).toBe(true)
    expect(mayVisitAt(momentOf('2027-01-23', '09:00'), now)).toBe(false)
  })
})
