"""The file of items, XLSX or CSV: checked as a whole, each alliance's list entered after a person's word."""

from collections.abc import Mapping, Sequence
from typing import Any

from mashangban.domains.crossregion.repository import alliances
from mashangban.domains.crossregion.rules import itemsheet
from mashangban.domains.crossregion.schemas.items import ItemLine
from mashangban.domains.crossregion.service import entering
from mashangban.domains.crossregion.terms import MOST_LIST_BYTES, MOST_ROWS
from mashangban.imports.rules import Checked, Import
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Invalid
from mashangban.kernel.http.bodies import validated
from mashangban.kernel.permissions import Role
from mashangban.registry import sheets
from mashangban.registry.rules.columns import Cells, RowError

LAYOUT = itemsheet.LAYOUT
Numbered = tuple[int, ItemLine]


def check(act: Act, region: str, content: bytes) -> Checked:
    """Every row as an item of an alliance that the region leads; refused as a whole when one is wrong."""
    rows, found = sheets.filled_in(content, LAYOUT, MOST_ROWS)
    if sum(len(text.encode()) for _, cells in rows for text in cells.values()) > MOST_LIST_BYTES:
        found.append(RowError(0, "", "清单太长，请分成几个文件"))
    if found:
        return Checked.refused(found)
    led = _led(region)
    lists: dict[str, list[Numbered]] = {}
    for number, cells in rows:
        alliance, line = _alliance(led, number, cells, found), _line(number, cells, found)
        if alliance and line:
            lists.setdefault(alliance, []).append((number, line))
    for alliance, lines in lists.items():
        found += _faults(act, alliance, lines)
    if found:
        return Checked.refused(found)
    chunks = tuple((_packed(alliance, lines),) for alliance, lines in lists.items())
    return Checked(chunks, len(rows))


def write(act: Act, row: dict[str, Any], job: Import) -> int:
    """Enter one alliance's list; how many rows were left alone: all of them where the alliance changed meanwhile."""
    one = alliances.get(row["alliance"])
    lines, wrong = entering.compared(act, one, [ItemLine.model_validate(item) for item in row["items"]])
    if entering.digest_of(lines) in {batch.digest for batch in alliances.batches(one.id)}:
        return 0
    if wrong:
        return len(lines)
    entering.enter(act, one, Role.SYSTEM, lines, job.id)
    return 0


def _led(region: str) -> dict[str, list[str]]:
    """The alliances that a zone leads, by name; two may be called alike."""
    led: dict[str, list[str]] = {}
    for one in alliances.led_by(region):
        led.setdefault(one.name, []).append(one.alliance_id)
    return led


def _alliance(led: Mapping[str, list[str]], row: int, cells: Cells, found: list[RowError]) -> str:
    """Which alliance a row is for: the only one that the zone leads, or the one named. Empty: none or several."""
    name = cells.get("alliance", "")
    meant = led.get(name, []) if name else [one for those in led.values() for one in those]
    if len(meant) == 1:
        return meant[0]
    found.append(RowError(row, LAYOUT.columns["alliance"], _which(led, name, len(meant))))
    return ""


def _which(led: Mapping[str, list[str]], name: str, meant: int) -> str:
    if not led:
        return "这个地区没有牵头的通办联盟，请由牵头地区导入"
    if name and meant:
        return f"有 {meant} 个联盟都叫“{name}”，请在联盟页面逐个登记"
    return f"请写明是哪个联盟：{'、'.join(led)}"


def _line(row: int, cells: Cells, found: list[RowError]) -> ItemLine | None:
    try:
        line = validated(ItemLine, itemsheet.read(cells))
        assert isinstance(line, ItemLine)
        return line
    except Invalid as refused:
        found += [RowError(row, _column(one.field), one.message) for one in refused.errors]
        return None


def _faults(act: Act, alliance_id: str, lines: Sequence[Numbered]) -> list[RowError]:
    _, wrong = entering.compared(act, alliances.get(alliance_id), [line for _, line in lines])
    return [RowError(lines[one.row][0], _column(one.field), one.message) for one in wrong]


def _packed(alliance_id: str, lines: Sequence[Numbered]) -> dict[str, Any]:
    return {"alliance": alliance_id, "items": [line.model_dump(mode="json") for _, line in lines]}


def _column(field: str) -> str:
    name = field.split(".")[0]
    return LAYOUT.columns.get(name, name)
