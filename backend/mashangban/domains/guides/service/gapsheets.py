"""The file of what items lack, out and in: each row is laid over what its item says when it is written."""

from collections.abc import Mapping
from typing import Any

from mashangban.domains.guides import permissions
from mashangban.domains.guides.repository import items as repository
from mashangban.domains.guides.rules import completion, gapsheet
from mashangban.domains.guides.rules.item import Content, Item
from mashangban.domains.guides.schemas import GuideContent, GuideGapRow, GuideGapsQuery
from mashangban.domains.guides.service import bringing, completing
from mashangban.domains.guides.service.items import content as content_of
from mashangban.domains.guides.terms import ITEMS_A_CHUNK, MOST_ROWS, Brought
from mashangban.imports.rules import Checked, Import, Told
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Invalid
from mashangban.kernel.permissions import Place, Principal, Role
from mashangban.registry import sheets
from mashangban.registry.rules.columns import RowError

LAYOUT = gapsheet.LAYOUT
_CHANGED = (Brought.PUBLISHED, Brought.DRAFTED, Brought.KEPT)


def export(actor: Principal, query: GuideGapsQuery, kind: str) -> bytes:
    """Every item of a region that lacks something. Raises ExportTooLarge, NotFound beyond reach."""
    found = sheets.every(lambda page: completing.lacking(actor, query.at(page)))
    return sheets.write(kind, tuple(LAYOUT.columns.values()), (_line(query.region, one) for one in found))


def check(act: Act, region: str, content: bytes) -> Checked:
    """Every row against its item; the whole file is refused when one is wrong."""
    numbered, found = sheets.filled_in(content, LAYOUT, MOST_ROWS)
    rows: list[Mapping[str, Any]] = []
    for number, cells in numbered if not found else ():
        given = {name: cells.get(name, "").strip() for name in LAYOUT.columns}
        given["region"] = given["region"] or region
        found += _wrong(act, number, given)
        rows.append(given)
    return Checked.refused(found) if found else Checked.accepted(rows, ITEMS_A_CHUNK)


def write(act: Act, row: dict[str, Any], _: Import) -> Told:
    """Lay one row over its item; left alone where nothing changes or the item waits for a second person."""
    head = repository.get(_known(row)[row["code"]])
    brought = _completed(act, head, row)
    return Told(f"{head.name}（{head.code}）", brought.label, brought not in _CHANGED)


def _completed(act: Act, head: Item, row: Mapping[str, str]) -> Brought:
    said = repository.said([head]).get(head.id)
    if said is None:
        return Brought.WITHDRAWN
    if head.handed_by:
        return Brought.IN_REVIEW
    after = content_of(_laid(row, said))
    return Brought.SAME if after == said else bringing.complete(act, Role.SYSTEM, head, after).outcome


def _line(region: str, one: GuideGapRow) -> tuple[str, ...]:
    plain = {"region": region, "code": one.code, "name": one.name}
    texts = plain | {name: getattr(one.cells, name) for name in completion.FIELDS}
    return tuple(texts[name] for name in LAYOUT.columns)


def _wrong(act: Act, number: int, given: Mapping[str, str]) -> list[RowError]:
    if not act.actor.reach(permissions.RUN_IMPORTS).covers(Place(region=given["region"])):
        return [RowError(number, LAYOUT.columns["region"], "不是您管的地区")]
    item_id = _known(given).get(given["code"])
    said = repository.said([repository.get(item_id)]) if item_id else {}
    if not said:
        return [RowError(number, LAYOUT.columns["code"], "这个地区没有这个事项，或已停用")]
    try:
        _laid(given, next(iter(said.values())))
    except Invalid as refused:
        return [_told(number, one.field, one.message) for one in refused.errors]
    return []


def _laid(given: Mapping[str, str], said: Content) -> GuideContent:
    before = completing.shape(said)
    return completing.completed(before, gapsheet.laid(given, completion.cells(before)))


def _known(given: Mapping[str, str]) -> dict[str, str]:
    return repository.by_codes((given["region"],), (given["code"],))


def _told(number: int, field: str, message: str) -> RowError:
    name = field.split(".")[0]
    return RowError(number, LAYOUT.columns.get(name, name), message)
