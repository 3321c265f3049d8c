"""Reading an uploaded sheet: every row becomes an offer or an error, and one error keeps the whole file out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mashangban.kernel.errors import Invalid
from mashangban.kernel.http import Schema
from mashangban.kernel.http.bodies import validated
from mashangban.registry import sheets
from mashangban.registry.repository import enterprises as enterprise_store
from mashangban.registry.repository import projects as project_store
from mashangban.registry.rules import imports as rules
from mashangban.registry.rules.columns import RowError
from mashangban.registry.rules.imports import Job
from mashangban.registry.rules.offers import Offer
from mashangban.registry.rules.records import Enterprise, Party, Project
from mashangban.registry.schemas.rows import EnterpriseRow, ProjectRow
from mashangban.registry.terms import PartyKind, Register

_SCHEMAS: Mapping[Register, type[Schema]] = {
    Register.PROJECTS: ProjectRow,
    Register.ENTERPRISES: EnterpriseRow,
}
_UNITS = {
    "owner": PartyKind.OWNER,
    "contractor": PartyKind.GENERAL_CONTRACTOR,
    "supervisor": PartyKind.SUPERVISOR,
}
Held = Mapping[str, Project | Enterprise]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file holds: offers and the records they meet, or what is wrong with it."""

    offers: list[Offer]
    held: Held
    errors: list[RowError]


def check(job: Job, content: bytes) -> Checked:
    """Read and check a whole file; nothing is written."""
    try:
        sheet = sheets.read(content)
    except sheets.SheetUnreadable as refused:
        return Checked([], {}, [RowError(0, "", str(refused))])
    places = rules.columns_of(job.register, sheet.head)
    key = rules.KEY[job.register]
    if key not in places.values():
        label = rules.COLUMNS[job.register][key]
        return Checked([], {}, [RowError(1, label, f"没有“{label}”这一列，请用模板填写")])
    return _check_rows(job, places, sheet.rows)


def _check_rows(job: Job, places: Mapping[int, str], rows: Sequence[tuple[int, tuple[str, ...]]]) -> Checked:
    if not rows:
        return Checked([], {}, [RowError(0, "", "表头下面没有内容")])
    offers: list[Offer] = []
    wrong: list[RowError] = []
    typed: list[tuple[int, dict[str, str]]] = []
    for number, cells in rows:
        values, found = _row(job, places, number, cells)
        wrong += found
        if values is not None:
            typed.append((number, values))
    wrong += rules.repeated([(number, values[rules.KEY[job.register]]) for number, values in typed])
    firms, unknown = _units(job, typed)
    wrong += unknown
    offers = [_offer(job, number, values, firms) for number, values in typed]
    held = _held(job, offers)
    wrong += [error for offer in offers for error in _against(job, offer, held.get(offer.code))]
    return Checked(offers, held, sorted(wrong, key=lambda one: (one.row, one.column)))


def _row(
    job: Job, places: Mapping[int, str], number: int, cells: tuple[str, ...]
) -> tuple[dict[str, str] | None, list[RowError]]:
    given = {name: cells[place] for place, name in places.items() if place < len(cells) and cells[place]}
    labels = rules.COLUMNS[job.register]
    if found := sheets.forbidden(number, given, labels):
        return None, found
    try:
        row = validated(_SCHEMAS[job.register], dict(given))
    except Invalid as refused:
        return None, [
            RowError(number, labels.get(one.field, one.field), one.message) for one in refused.errors
        ]
    return {name: str(value) for name, value in row.model_dump(mode="json").items() if value is not None}, []


def _units(
    job: Job, typed: Sequence[tuple[int, dict[str, str]]]
) -> tuple[dict[str, Enterprise], list[RowError]]:
    """The enterprises that rows name by credit code, a hundred a read."""
    if job.register is not Register.PROJECTS:
        return {}, []
    named = [(number, unit, values[unit]) for number, values in typed for unit in _UNITS if unit in values]
    ids = enterprise_store.find_codes([code for _, _, code in named])
    firms = {one.uscc: one for one in enterprise_store.get_many(ids.values())}
    labels = rules.COLUMNS[job.register]
    unknown = [
        RowError(number, labels[unit], f"{code} 还没有登记，请先导入企业")
        for number, unit, code in named
        if code not in firms
    ]
    return firms, unknown


def _offer(job: Job, number: int, values: dict[str, str], firms: Mapping[str, Enterprise]) -> Offer:
    units = tuple(
        Party(firms[values[unit]].id, firms[values[unit]].name, kind)
        for unit, kind in _UNITS.items()
        if values.get(unit) in firms
    )
    fields = {name: text for name, text in values.items() if name not in _UNITS}
    return Offer(number, values[rules.KEY[job.register]], fields, units)


def _held(job: Job, offers: Sequence[Offer]) -> Held:
    """The records that the rows meet, by code."""
    codes = [one.code for one in offers]
    if job.register is Register.PROJECTS:
        return {one.code: one for one in project_store.get_many(project_store.find_codes(codes).values())}
    ids = enterprise_store.find_codes(codes).values()
    return {one.uscc: one for one in enterprise_store.get_many(ids, opened=True)}


def _against(job: Job, offer: Offer, held: Project | Enterprise | None) -> list[RowError]:
    """A new record must be whole; an old one, and where it goes, must lie within the importer's region."""
    labels = rules.COLUMNS[job.register]
    found = []
    if held is None:
        missing = [name for name in rules.REQUIRED[job.register] if name not in offer.fields]
        found += [RowError(offer.row, labels[name], "这一项必须填写（新登记）") for name in missing]
    county = offer.fields.get("county")
    for place in (held.county if held else None, county):
        if place is not None and not place.startswith(job.region):
            found.append(RowError(offer.row, labels["county"], "不在您管理的地区内"))
            break
    return found
