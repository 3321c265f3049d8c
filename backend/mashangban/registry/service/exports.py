"""The registers as files, within the reader's reach; the columns are those of an import."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Principal
from mashangban.registry import errors, sheets
from mashangban.registry.rules.imports import COLUMNS
from mashangban.registry.schemas.inputs import EnterpriseQuery, ProjectQuery
from mashangban.registry.schemas.outputs import EnterpriseView, ProjectView
from mashangban.registry.service.enterprises import list_enterprises
from mashangban.registry.service.projects import list_projects
from mashangban.registry.terms import PartyKind, Register

MOST = 3000
_PAGE = 50
V = TypeVar("V")


def export_projects(actor: Principal, kind: str, asked: ProjectQuery | None = None) -> bytes:
    """Projects as CSV or XLSX, at most MOST. Raises ExportTooLarge."""
    given = (asked or ProjectQuery()).model_copy(update={"limit": _PAGE})
    found = _all(lambda cursor: list_projects(actor, given.model_copy(update={"cursor": cursor})))
    head = [*(label for name, label in COLUMNS[Register.PROJECTS].items() if name not in _UNITS), "参建单位"]
    return sheets.write(kind, head, (_project(one) for one in found))


def export_enterprises(actor: Principal, kind: str, asked: EnterpriseQuery | None = None) -> bytes:
    """Enterprises as CSV or XLSX, legal persons masked, at most MOST. Raises ExportTooLarge."""
    given = (asked or EnterpriseQuery()).model_copy(update={"limit": _PAGE})
    found = _all(lambda cursor: list_enterprises(actor, given.model_copy(update={"cursor": cursor})))
    return sheets.write(
        kind, list(COLUMNS[Register.ENTERPRISES].values()), (_enterprise(one) for one in found)
    )


_UNITS = ("owner", "contractor", "supervisor")


def _all(read: Callable[[str | None], Page[V]]) -> Iterator[V]:
    cursor, count = None, 0
    while True:
        page = read(cursor)
        count += len(page.items)
        if count > MOST:
            raise errors.ExportTooLarge()
        yield from page.items
        cursor = page.next_cursor
        if cursor is None:
            return


def _project(one: ProjectView) -> tuple[str, ...]:
    units = "；".join(f"{PartyKind(unit.kind).label}：{unit.name}" for unit in one.parties)
    starts, ends = (day.isoformat() if day else "" for day in (one.starts_on, one.ends_on))
    told = (
        one.code,
        one.name,
        one.permit_number,
        one.county_name,
        one.address,
        one.status_label,
        one.nature_label,
    )
    return (*told, starts, ends, units)


def _enterprise(one: EnterpriseView) -> tuple[str, ...]:
    return (one.uscc, one.name, one.county_name, one.address, one.legal_person_masked, one.status_label)
