"""The clerk makes a month's table: computed from contracts and attendance, corrected row by row, shown to workers."""

from dataclasses import replace

from mashangban.domains.wages import errors, events, permissions
from mashangban.domains.wages.repository import known, uploads
from mashangban.domains.wages.repository import tables as repository
from mashangban.domains.wages.rules import months, pay, waiting
from mashangban.domains.wages.rules import table as rules
from mashangban.domains.wages.rules.pay import Content, Item
from mashangban.domains.wages.rules.table import CHUNK, Row, Table
from mashangban.domains.wages.schemas import ChangeForm, Reason, TableForm, TableView
from mashangban.domains.wages.service import assessing, presenting
from mashangban.domains.wages.terms import TableState
from mashangban.employment.rules import Employment, Named
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import following
from mashangban.registry import service as registry
from mashangban.registry.rules.records import Project
from mashangban.registry.terms import PartyKind

MOST_AT_ONCE = 2_000


def make(act: Act, form: TableForm) -> TableView:
    """Begin a month: everyone of the employer who came or is in force, with the pay that attendance gives.

    Raises MonthTwice, MonthWrong, NoWorkers, TooMany; NotFound for a unit that is not at the project.
    """
    project = registry.project(form.project_id)
    new = _blank(act, project, form)
    role = act.actor.role_for(permissions.MAKE_TABLE, new.employer_place)
    if repository.table_of_month(project.id, form.employer_id, form.month):
        raise errors.MonthTwice()
    filled = new if form.empty else _filled(new)
    told = {"month": new.month, "lines": filled.lines, "fen": filled.total_fen}
    event = following(act, events.TABLE_MADE, new, role, told)
    view = presenting.table_view(replace(filled, version=1), act.actor)
    repository.create(act, filled, event, view)
    return view


def recompute(act: Act, table_id: str) -> TableView:
    """Compute a draft anew from contracts and attendance; what was typed is given up. Raises TableWrongState."""
    before = _draft(act, table_id)
    after = _filled(before)
    return _moved(act, before, after, events.ROWS_REPLACED)


def change_row(act: Act, table_id: str, contract_id: str, page: int, form: ChangeForm) -> TableView:
    """Correct one row of a draft in the grid. Raises RowUnknown, AmountNegative and the like."""
    before = _draft(act, table_id)
    rows, revision = repository.chunk(before.rows, page) if before.rows else ([], 0)
    place = next((n for n, row in enumerate(rows) if row.contract_id == contract_id), None)
    if place is None:
        raise errors.RowUnknown()
    old = rows[place]
    employment = known.employment(contract_id)
    changed = assessing.around(before.month, [employment]).row(content_of(old.content, form), employment)
    rows[place] = changed
    after = rules.with_row(before, old, changed)
    role = act.actor.role_for(permissions.MAKE_TABLE, before.employer_place)
    told = {"contract": contract_id, "before": old.content.amount_fen, "after": changed.content.amount_fen}
    event = following(act, events.ROW_CHANGED, before, role, told)
    view = presenting.table_view(replace(after, version=before.version + 1), act.actor)
    repository.move(act, before, after, event, view, row=(page, rows, revision))
    return view


def show(act: Act, table_id: str) -> TableView:
    """Put the table before its workers: from now on nothing changes behind their back."""
    before = _draft(act, table_id)
    after = rules.show(before, act.at)
    role = act.actor.role_for(permissions.MAKE_TABLE, before.employer_place)
    told = {"lines": after.lines, "fen": after.total_fen}
    event = following(act, events.TABLE_SHOWN, before, role, told)
    view = presenting.table_view(replace(after, version=before.version + 1), act.actor)
    repository.move(act, before, after, event, view, begins=waiting.confirming(after, act.at))
    return view


def discard(act: Act, table_id: str, given: Reason) -> TableView:
    """Give a draft up and say why; another table may then be made for the month. Raises TableShownAlready."""
    before = repository.table(table_id, act.actor.reach(permissions.MAKE_TABLE), "employer_place")
    after = rules.discard(before, given.reason)
    role = act.actor.role_for(permissions.MAKE_TABLE, before.employer_place)
    told = {"reason": given.reason, "lines": before.lines, "fen": before.total_fen}
    dropped = {"dropped": before.rows, "dropped_chunks": before.chunks}
    event = following(act, events.TABLE_DISCARDED, before, role, {**told, **dropped})
    view = presenting.table_view(replace(after, version=before.version + 1), act.actor)
    repository.discard(act, before, after, event, view, lambda tx: uploads.free_files(tx, before))
    return view


def content_of(before: Content, form: ChangeForm) -> Content:
    """The content a form asks for; rate and unit are the contract's and cannot be typed."""
    items = tuple(Item(one.kind, one.words, one.amount_fen) for one in form.items)
    return pay.checked(replace(before, quantity_milli=form.quantity_milli, items=items, note=form.note))


def stage(table: Table, people: list[Employment]) -> Table:
    """Lay the computed rows of a version down; they count once the table names that version."""
    version = ids.new_id()
    blocks = [people[start : start + CHUNK] for start in range(0, len(people), CHUNK)]
    rows: list[Row] = []
    for number, block in enumerate(blocks):
        found = assessing.around(table.month, block)
        made = [found.row(_computed(one, found), one) for one in block]
        repository.stage(version, number, made)
        rows += made
    totals = rules.totals(rows, {one.foreman_id for one in people})
    return rules.with_rows(table, version, totals, len(blocks))


def _computed(one: Employment, found: assessing.Around) -> Content:
    tally = found.tally(one.contract_id)
    return pay.computed(one.pay, tally.halves, tally.minutes)


def _filled(table: Table) -> Table:
    people = [
        one for one in known.employed(table.project.id, table.employer.id) if _belongs(one, table.month)
    ]
    if not people:
        raise errors.NoWorkers()
    if len(people) > MOST_AT_ONCE:
        raise errors.TooMany()
    return stage(table, people)


def _belongs(one: Employment, month: str) -> bool:
    """Whether an employment lasted on any day of the month."""
    ended = one.ends_on is not None and one.ends_on < months.first(month)
    return one.starts_on <= months.last(month) and not ended


def _blank(act: Act, project: Project, form: TableForm) -> Table:
    if form.month > months.of(clock.local_date(act.at)):
        raise errors.MonthWrong()
    employer = next((one for one in project.parties if one.enterprise_id == form.employer_id), None)
    if employer is None:
        raise NotFound()
    contractor = project.party(PartyKind.GENERAL_CONTRACTOR) or employer
    return Table(
        id=ids.new_id(act.at),
        month=form.month,
        project=Named(project.id, project.name),
        region=project.county,
        employer=Named(employer.enterprise_id, employer.name),
        general_contractor=Named(contractor.enterprise_id, contractor.name),
        state=TableState.DRAFT,
        made_by=act.actor.person_id,
        made_at=act.at,
    )


def _draft(act: Act, table_id: str) -> Table:
    found = repository.table(table_id, act.actor.reach(permissions.MAKE_TABLE), "employer_place")
    if found.state is not TableState.DRAFT:
        raise errors.TableWrongState()
    return found


def _moved(act: Act, before: Table, after: Table, kind: str) -> TableView:
    role = act.actor.role_for(permissions.MAKE_TABLE, before.employer_place)
    told = {"lines": after.lines, "fen": after.total_fen}
    dropped = {"dropped": before.rows, "dropped_chunks": before.chunks}
    event = following(act, kind, before, role, {**told, **dropped})
    view = presenting.table_view(replace(after, version=before.version + 1), act.actor)
    repository.move(act, before, after, event, view)
    return view
