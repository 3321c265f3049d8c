"""The file of a roster, XLSX or CSV: checked as a whole, each week of a department written whole."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mashangban.deadlines.rules.calendar import local_day
from mashangban.domains.helpdesk import errors, events
from mashangban.domains.helpdesk.repository import departments, rosters
from mashangban.domains.helpdesk.rules import roster, rostersheet
from mashangban.domains.helpdesk.rules.department import Department
from mashangban.domains.helpdesk.rules.roster import Roster, Shift, Staff
from mashangban.domains.helpdesk.schemas import RosterForm, RosterShift
from mashangban.domains.helpdesk.service import able
from mashangban.domains.helpdesk.terms import MOST_ROSTER_ROWS, MOST_SHIFTS
from mashangban.imports.rules import Checked, Import, Told
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Invalid
from mashangban.kernel.events import following
from mashangban.kernel.http.bodies import validated
from mashangban.kernel.permissions import Role
from mashangban.registry import sheets
from mashangban.registry.rules.columns import Cells, RowError

_COLUMNS = rostersheet.LAYOUT.columns


@dataclass(frozen=True, slots=True)
class _At:
    """A department with whoever may be down there, by account."""

    one: Department
    staff: Staff
    accounts: dict[str, str]


@dataclass(slots=True)
class _Book:
    """The weeks that a file fills, as far as it was read; whoever reads it on wants nothing before `first`."""

    first: date
    desks: dict[str, _At]
    weeks: dict[tuple[str, date], Roster] = field(default_factory=dict)


def check(act: Act, region: str, content: bytes) -> Checked:
    """Every row as somebody's time at a department of the region; the whole file is refused when one is wrong."""
    numbered, found = sheets.filled_in(content, rostersheet.LAYOUT, MOST_ROSTER_ROWS)
    names = {cells["department"].strip() for _, cells in numbered} if not found else set()
    book = _Book(roster.monday_of(local_day(act.at)), _desks(region, names))
    for number, cells in numbered if not found else []:
        wrong = _down(book, cells)
        found += [RowError(number, _COLUMNS[column], text) for column, text in wrong]
    if found or not book.weeks:
        return Checked.refused(found or [RowError(0, "", "文件里没有班次")])
    weeks = [
        {"department_id": one.desk.id, "week": _form(one).model_dump(mode="json")}
        for one in book.weeks.values()
    ]
    return Checked(tuple((week,) for week in weeks), len(numbered))


def write(act: Act, row: dict[str, Any], job: Import) -> Told:
    """Write one week of a department in place of what stood there; left alone where people left their posts since."""
    given, one = RosterForm.model_validate(row["week"]), departments.get(row["department_id"])
    before = rosters.of_weeks(one.desk, [given.monday])[0]
    what = f"{one.name}，{given.monday:%Y-%m-%d} 起的一个星期"
    try:
        after = roster.keep(before, map(able.shift, given.shifts), able.people(one.desk))
    except Invalid as refused:
        return Told(what, f"没有写：{refused.title}", left=True)
    if after == before:
        return Told(what, "和现在的一样", left=True)
    data = {"monday": before.monday.isoformat(), "shifts": len(after.shifts), "import": job.id}
    rosters.write(act, before, after, following(act, events.ROSTER_KEPT, before, Role.SYSTEM, data), None)
    return Told(what, f"已排好，{len(after.shifts)} 个班")


def _down(book: _Book, cells: Cells) -> list[tuple[str, str]]:
    """Put one row into its week, or say by column what is wrong with it."""
    desk = book.desks.get(cells["department"].strip())
    if desk is None:
        return [("department", "本地区没有这个接件部门，请按“接件部门”里的名称写")]
    person_id = desk.accounts.get(cells["account"].strip().lower())
    if person_id is None:
        return [("account", "这个账号不在这个部门的应答岗或主办岗")]
    try:
        given = validated(RosterShift, rostersheet.read(cells) | {"person_id": person_id})
    except Invalid as refused:
        return [(one.field, one.message) for one in refused.errors]
    assert isinstance(given, RosterShift)
    return _placed(book, desk, able.shift(given))


def _placed(book: _Book, desk: _At, shift: Shift) -> list[tuple[str, str]]:
    monday = roster.monday_of(shift.day)
    if monday < book.first:
        return [("day", "这个星期已经过去了")]
    week = book.weeks.get((desk.one.id, monday), Roster(desk.one.desk, monday))
    if len(week.shifts) >= MOST_SHIFTS:
        return [("day", f"一个部门一个星期最多 {MOST_SHIFTS} 个班")]
    try:
        book.weeks[desk.one.id, monday] = roster.keep(week, (*week.shifts, shift), desk.staff)
    except errors.NotSkilled as refused:
        return [("topic", refused.title)]
    except errors.ShiftWrong:
        return [("starts", "要先开始后结束，同一个人同一天的班不能重叠")]
    return []


def _desks(region: str, names: Iterable[str]) -> dict[str, _At]:
    """The named departments of a region with the accounts of their people."""
    # Who is called how is asked when a file is checked; the function that writes its weeks starts without it.
    from mashangban.identity import service as identity

    found: dict[str, _At] = {}
    for one in departments.all_in(region):
        if one.name in names:
            staff = able.people(one.desk)
            accounts = {(identity.person(id_).username or "").lower(): id_ for id_ in staff}
            found[one.name] = _At(one, staff, {name: id_ for name, id_ in accounts.items() if name})
    return found


def _form(one: Roster) -> RosterForm:
    return RosterForm(monday=one.monday, shifts=[RosterShift(**able.fields(each)) for each in one.shifts])
