"""The registers as files, within the reader's reach; the columns are those of an import."""

from mashangban.kernel.permissions import Principal
from mashangban.registry import sheets
from mashangban.registry.rules.imports import COLUMNS
from mashangban.registry.schemas.inputs import EnterpriseQuery, ProjectQuery
from mashangban.registry.schemas.outputs import EnterpriseView, ProjectView
from mashangban.registry.service.enterprises import list_enterprises
from mashangban.registry.service.projects import list_projects
from mashangban.registry.terms import PartyKind, Register


def export_projects(actor: Principal, kind: str, asked: ProjectQuery | None = None) -> bytes:
    """Projects as CSV or XLSX. Raises ExportTooLarge."""
    given = asked or ProjectQuery()
    found = sheets.every(lambda page: list_projects(actor, given.at(page)))
    head = [*(label for name, label in COLUMNS[Register.PROJECTS].items() if name not in _UNITS), "参建单位"]
    return sheets.write(kind, head, (_project(one) for one in found))


def export_enterprises(actor: Principal, kind: str, asked: EnterpriseQuery | None = None) -> bytes:
    """Enterprises as CSV or XLSX, legal persons masked. Raises ExportTooLarge."""
    given = asked or EnterpriseQuery()
    found = sheets.every(lambda page: list_enterprises(actor, given.at(page)))
    return sheets.write(
        kind, list(COLUMNS[Register.ENTERPRISES].values()), (_enterprise(one) for one in found)
    )


_UNITS = ("owner", "contractor", "supervisor")


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
