"""The employer's side of a line: change it, so that the worker is asked again, or stay with it and say why."""

import json
from dataclasses import replace

from mashangban.domains.wages import events, permissions
from mashangban.domains.wages.repository import known, tables
from mashangban.domains.wages.repository import lines as repository
from mashangban.domains.wages.repository.known import Day
from mashangban.domains.wages.repository.lines import Sealed
from mashangban.domains.wages.rules import line as rules
from mashangban.domains.wages.rules import table as table_rules
from mashangban.domains.wages.rules.line import Line
from mashangban.domains.wages.rules.pay import Content, days_words
from mashangban.domains.wages.schemas import ChangeForm, LineDone, ObjectionAnswer
from mashangban.domains.wages.service import assessing, making, presenting, telling
from mashangban.domains.wages.terms import CHANGEABLE
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import following
from mashangban.kernel.money import yuan
from mashangban.kernel.permissions import Place, Role


def change(act: Act, line_id: str, form: ChangeForm) -> LineDone:
    """Other days or items: before and after are kept and the worker is asked again, whatever they had said.

    Raises LineWrongState, TableWrongState, TableBusy, NothingChanged, AmountNegative and the like.
    """
    line = _line(act, line_id)
    table_rules.require_changeable(tables.table(line.table_id))
    content = making.content_of(line.content, form)
    role = act.actor.role_for(permissions.CHANGE_LINE, _employers(line))
    return _changed(act, line, content, role, form.reason)


def keep(act: Act, line_id: str, given: ObjectionAnswer) -> LineDone:
    """Stay with the line and say why; the worker may agree or insist."""
    line = _line(act, line_id)
    after = rules.keep(line)
    number = line.objection.number if line.objection else 0
    role = act.actor.role_for(permissions.CHANGE_LINE, _employers(line))
    messages = (telling.line(after), telling.worker(line, "wages.line.answered"))
    event = following(act, events.LINE_ANSWERED, line, role, {"objection": number}, messages)
    answer = presenting.done(after)
    sealed = Sealed("ANSWER", number, json.dumps({"reason": given.reason}, ensure_ascii=False))
    repository.move(act, line, after, event, answer, seals=(sealed,))
    return answer


def attendance_changed(day: Day, attended_halves: int) -> None:
    """Attendance was corrected after the line was shown: the worker sees before and after and is asked again.

    Pay does not follow by itself: the clerk decides, and a difference stays visible to both.
    """
    found = repository.many([rules.line_id(day.contract_id, day.month)])
    for line in found.values():
        if line.state in CHANGEABLE and line.content.attended_halves != attended_halves:
            content = replace(line.content, attended_halves=attended_halves)
            words = f"考勤更正：{day.day[5:]}，本月共{days_words(attended_halves)}"
            _changed(system_act("wages_stream"), line, content, Role.SYSTEM, words)


def _changed(act: Act, line: Line, content: Content, role: Role, reason: str) -> LineDone:
    employment = known.employment(line.employment.contract_id)
    findings = assessing.around(line.month, [employment]).findings(content, employment)
    after = rules.change(line, content, findings, act.at)
    told = {
        "before_fen": line.content.amount_fen,
        "after_fen": content.amount_fen,
        "before_halves": line.content.halves,
        "after_halves": content.halves,
        "revision": after.revision,
    }
    before_after = {"before": yuan(line.content.amount_fen), "after": yuan(content.amount_fen)}
    messages = (telling.line(after), telling.worker(line, "wages.line.changed", **before_after))
    event = following(act, events.LINE_CHANGED, line, role, told, messages)
    answer = presenting.done(after)
    repository.move(act, line, after, event, answer, reason=reason)
    return answer


def _line(act: Act, line_id: str) -> Line:
    line = repository.line(line_id)
    act.actor.reach(permissions.CHANGE_LINE).require(_employers(line))
    return line


def _employers(line: Line) -> Place:
    """Where it may be changed: the employer's people and the project's labour clerk."""
    one = line.employment
    return Place(one.region, frozenset({one.employer.id}), one.project.id)
