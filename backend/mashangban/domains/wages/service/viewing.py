"""Looking at tables and lines: one's own months, a project's tables, what workers object to, the grid."""

from mashangban.audit import service as audit
from mashangban.audit.schemas import ReceiptView
from mashangban.domains.wages import events, permissions
from mashangban.domains.wages.models import TABLE
from mashangban.domains.wages.repository import lines as line_items
from mashangban.domains.wages.repository import tables as repository
from mashangban.domains.wages.rules.line import Line, line_id
from mashangban.domains.wages.rules.table import CHUNK, Row, Table
from mashangban.domains.wages.schemas import (
    GridRow,
    GridView,
    Inspection,
    LineRow,
    LineView,
    RowListQuery,
    TableListQuery,
    TableRow,
    TableView,
)
from mashangban.domains.wages.schemas.lines import WageLogEntry
from mashangban.domains.wages.service import presenting
from mashangban.domains.wages.service.tabling import OFFICE_LABELS, table_row
from mashangban.domains.wages.terms import Standing
from mashangban.kernel import history
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event, following
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Place, Principal, Role
from mashangban.registry import service as registry

MOST_LOOKED = 20


def my_lines(actor: Principal, page: PageRequest) -> Page[LineRow]:
    """The caller's own months, newest first."""
    return line_items.of_person(actor.person_id, page).map(presenting.line_row)


def show_line(actor: Principal, identity: str) -> LineView:
    """One line whole, for its worker and the office. Raises NotFound beyond reach."""
    line = line_items.line(identity, actor.reach(permissions.VIEW_LINE))
    return presenting.line_view(line, actor)


def inspect(act: Act, identity: str, given: Inspection) -> LineView:
    """An official opens one worker's pay and says why; the worker reads it in the log. Raises NotFound beyond reach."""
    line = line_items.line(identity, act.actor.reach(permissions.INSPECT_LINE))
    role = act.actor.role_for(permissions.INSPECT_LINE, line.place)
    view = presenting.line_view(line, act.actor)
    event = following(act, events.LINE_INSPECTED, line, role, {"reason": given.reason})
    line_items.move(act, line, line, event, view)
    return view


def log_of(actor: Principal, identity: str) -> list[WageLogEntry]:
    """Everything that happened to a line, in plain words, newest last."""
    line = line_items.line(identity, actor.reach(permissions.VIEW_LINE))
    return [_entry(event, line) for event in history.of(TABLE, line.subject)]


def receipt_of(actor: Principal, identity: str) -> ReceiptView:
    """The receipt of a line's whole chain, for offline checking. Raises NotSequenced while the log lags."""
    line = line_items.line(identity, actor.reach(permissions.VIEW_LINE))
    return audit.receipt_of(line.subject, line.version)


def list_tables(actor: Principal, asked: TableListQuery) -> Page[TableRow]:
    """Tables of a project or a county, the newest month first; an employer's office sees its own."""
    reach = actor.reach(permissions.VIEW_TABLES)
    if asked.project_id:
        reach.require(registry.project(asked.project_id).place)
        found = repository.of_project(asked.project_id, asked.page)
    elif asked.region:
        reach.require(Place(region=asked.region))
        found = repository.of_region(asked.region, asked.page)
    else:
        raise NotFound()
    visible = [one for one in found.items if reach.covers(one.place)]
    return Page(visible, found.next_cursor).map(table_row)


def show_table(actor: Principal, table_id: str) -> TableView:
    """A table with its totals. Raises NotFound beyond reach."""
    table = repository.table(table_id, actor.reach(permissions.VIEW_TABLES))
    return presenting.table_view(table, actor)


def grid(actor: Principal, table_id: str, number: int, asked: Standing | None = None) -> GridView:
    """One page of a table's rows, each as its line stands now; with `asked` those that stand so, from this page on
    until a page is full or MOST_LOOKED were looked through. For the office alone. Raises NotFound."""
    table = repository.table(table_id, actor.reach(permissions.VIEW_GRID))
    if asked is None:
        shown, end = _with_lines(_rows(table, number), table.month), number + 1
    else:
        shown, end = _standing(table, number, asked)
    return GridView(
        rows=shown,
        page=number,
        pages=table.chunks,
        next_page=end if end < table.chunks else None,
        total_fen=sum(row.amount_fen for row in shown),
    )


def _standing(table: Table, number: int, asked: Standing) -> tuple[list[GridRow], int]:
    """Rows that stand as asked, and the page to go on with."""
    found: list[Row] = []
    end = number
    while end < min(table.chunks, number + MOST_LOOKED) and len(found) < CHUNK:
        rows = {line_id(row.contract_id, table.month): row for row in _rows(table, end)}
        found += [rows[one] for one in line_items.standing(rows, asked)]
        end += 1
    return _with_lines(found, table.month), end


def _rows(table: Table, number: int) -> list[Row]:
    return repository.chunk(table.rows, number)[0] if table.rows else []


def _with_lines(rows: list[Row], month: str) -> list[GridRow]:
    lines = line_items.many(line_id(row.contract_id, month) for row in rows)
    return [_grid_row(n, row, lines.get(line_id(row.contract_id, month))) for n, row in enumerate(rows)]


def lines_of_project(actor: Principal, project_id: str, asked: RowListQuery) -> Page[LineRow]:
    """A project's lines of one state, e.g. all that are objected to; officials see no more than that here."""
    project = registry.project(project_id)
    reach = actor.reach(permissions.LIST_LINES)
    reach.require(project.place)
    found = line_items.of_project(project_id, asked.state, asked.page)
    visible = [one for one in found.items if reach.covers(_seen_from_office(one))]
    return Page(visible, found.next_cursor).map(presenting.line_row)


def lines_of_county(actor: Principal, region: str, asked: RowListQuery) -> Page[LineRow]:
    """The same of a county, for those who oversee it."""
    actor.reach(permissions.LIST_LINES).require(Place(region=region))
    return line_items.of_region(region, asked.state, asked.page).map(presenting.line_row)


def _seen_from_office(line: Line) -> Place:
    return Place(line.place.region, line.place.orgs, line.place.project)


def _grid_row(number: int, row: Row, line: Line | None) -> GridRow:
    content = line.content if line else row.content
    return GridRow(
        number=number,
        line_id=line.id if line else None,
        contract_id=row.contract_id,
        contract_number=row.number,
        name_masked=row.name_masked,
        team=row.team,
        trade_name=row.trade,
        unit=content.unit,
        rate_fen=content.rate_fen,
        quantity_milli=content.quantity_milli,
        attended_halves=content.attended_halves,
        items=presenting.items(content),
        note=content.note,
        amount_fen=content.amount_fen,
        formula=content.formula,
        previous_fen=row.previous_fen,
        findings=presenting.findings(line.findings if line else row.findings),
        state=line.state if line else None,
        state_label=OFFICE_LABELS[line.state] if line else "未发给工人",
        unconfirmed=bool(line and line.unconfirmed),
        assisted=bool(line and line.assisted),
    )


def _entry(event: Event, line: Line) -> WageLogEntry:
    reason = event.data.get("reason") if event.type == events.LINE_INSPECTED else None
    label = events.LABELS.get(event.type, event.type)
    return WageLogEntry(
        at=event.at,
        label=f"{label}：{reason}" if reason else label,
        by_label=_by(event, line),
        event_id=event.id,
        hash=event.hash,
    )


def _by(event: Event, line: Line) -> str:
    if event.actor == line.employment.person_id:
        return line.employment.name_masked
    role = Role(event.role)
    if role in (Role.SYSTEM, Role.FOREMAN, *_OFFICERS):
        return role.label
    return f"{line.employment.employer.name}（{role.label}）"


_OFFICERS = (Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.PROVINCE_OFFICER)
