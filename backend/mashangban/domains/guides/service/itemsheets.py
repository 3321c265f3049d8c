"""The file of items, XLSX, CSV or JSON: checked as a whole, each row brought in after a person's word."""

import json
from typing import Any

from mashangban.domains.guides import permissions
from mashangban.domains.guides.errors import ItemUnready
from mashangban.domains.guides.rules import itemsheet
from mashangban.domains.guides.schemas import GuideForm
from mashangban.domains.guides.service import bringing
from mashangban.domains.guides.terms import ITEMS_A_CHUNK, MOST_ROWS
from mashangban.imports.rules import Checked, Import, Told
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import FieldError, Invalid
from mashangban.kernel.http.bodies import validated
from mashangban.kernel.permissions import Place, Role
from mashangban.registry import divisions, sheets
from mashangban.registry.rules.columns import RowError

LAYOUT = itemsheet.LAYOUT
Given = list[tuple[int, dict[str, Any]]]
_HEAD = ("region", "code")


def check(act: Act, region: str, content: bytes) -> Checked:
    """Every row as an item; the whole file is refused when one is wrong. A row without a region is the office's."""
    found: list[RowError] = []
    rows: list[dict[str, Any]] = []
    seen: dict[tuple[str, str], int] = {}
    for row, raw in _given(act, content, found):
        form = _form(act, row, {"region": region} | raw, found)
        if form is None:
            continue
        first = seen.setdefault((form.region, form.code), row)
        if first != row:
            found.append(RowError(row, LAYOUT.columns["code"], f"和第 {first} 行是同一个事项编码"))
        rows.append(form.model_dump(mode="json"))
    if found or not rows:
        return Checked.refused(found or [RowError(0, "", "文件里没有事项")])
    return Checked.accepted(rows, ITEMS_A_CHUNK)


def write(act: Act, row: dict[str, Any], _: Import) -> Told:
    """Bring one row in; left alone where it is there already or somebody is writing it."""
    form = GuideForm.model_validate(row)
    brought = bringing.bring(act, Role.SYSTEM, form)
    return Told(f"{form.content.name}（{form.code}）", brought.outcome.label, not brought.changed)


def _given(act: Act, content: bytes, found: list[RowError]) -> Given:
    if content.lstrip()[:1] in (b"[", b"{"):
        return _json(content, clock.local_date(act.at).isoformat(), found)
    numbered, wrong = sheets.filled_in(content, LAYOUT, MOST_ROWS)
    found += wrong
    given: Given = []
    for number, cells in numbered if not wrong else ():
        try:
            given.append((number, itemsheet.read(cells)))
        except ItemUnready as refused:
            found += _told(number, refused.errors)
    return given


def _json(content: bytes, today: str, found: list[RowError]) -> Given:
    """A list of items, or one item a line; in our names, or in those of a province's site."""
    items = _parsed(content.decode("utf-8", "replace"))
    if items is None or not all(isinstance(one, dict) for one in items):
        found.append(RowError(0, "", "这个 JSON 文件读不出来：要是一组事项，或者每行一个事项"))
        return []
    if len(items) > MOST_ROWS:
        found.append(RowError(0, "", f"一次最多 {MOST_ROWS} 条，请分成几个文件"))
        return []
    read = ((number, one) for number, one in enumerate(items, start=1))
    return [
        (number, itemsheet.foreign(one, today) if "TASK_CODE" in one else _flat(one)) for number, one in read
    ]


def _parsed(text: str) -> list[Any] | None:
    try:
        raw = json.loads(text)
    except ValueError:
        try:
            return [json.loads(line) for line in text.splitlines() if line.strip()]
        except ValueError:
            return None
    whole = raw.get("items", [raw]) if isinstance(raw, dict) else raw
    return whole if isinstance(whole, list) else None


def _flat(one: dict[str, Any]) -> dict[str, Any]:
    """An item in the API's own shape, its content beside its code."""
    content = one.get("content")
    return (
        {**{name: one[name] for name in _HEAD if name in one}, **content}
        if isinstance(content, dict)
        else one
    )


def _form(act: Act, row: int, raw: dict[str, Any], found: list[RowError]) -> GuideForm | None:
    """A row that can be read, or what is wrong with it; also a region of somebody else."""
    content = {name: value for name, value in raw.items() if name not in _HEAD}
    try:
        form = validated(GuideForm, {"region": raw["region"], "code": raw.get("code"), "content": content})
        assert isinstance(form, GuideForm)
    except Invalid as refused:
        found += _told(row, refused.errors)
        return None
    reach = act.actor.reach(permissions.RUN_IMPORTS)
    if divisions.find(form.region) is None or not reach.covers(Place(region=form.region)):
        found.append(RowError(row, LAYOUT.columns["region"], "不是您管的地区"))
        return None
    return form


def _told(row: int, errors: tuple[FieldError, ...]) -> list[RowError]:
    return [RowError(row, _column(one.field), one.message) for one in errors]


def _column(field: str) -> str:
    name = field.removeprefix("content.").split(".")[0]
    return LAYOUT.columns.get(name, name)
