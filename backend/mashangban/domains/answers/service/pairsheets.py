"""The file of pairs, XLSX, CSV or JSON: checked as a whole, each row written in force after a second person's word."""

import json
from contextlib import suppress
from dataclasses import replace
from typing import Any

from mashangban.domains.answers import errors, events, permissions
from mashangban.domains.answers.repository import pairs
from mashangban.domains.answers.rules import pairsheet
from mashangban.domains.answers.rules.pair import Pair
from mashangban.domains.answers.schemas import AnswerPairForm
from mashangban.domains.answers.service.saying import content_of, edition_of
from mashangban.domains.answers.terms.imports import MOST_ROWS, PAIRS_A_CHUNK
from mashangban.imports.rules import Checked, Import
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Invalid, Stale
from mashangban.kernel.events import following
from mashangban.kernel.http.bodies import validated
from mashangban.kernel.permissions import Place, Role
from mashangban.registry import divisions, sheets
from mashangban.registry.rules.columns import RowError

LAYOUT = pairsheet.LAYOUT
Given = list[tuple[int, dict[str, Any]]]


def check(act: Act, region: str, content: bytes) -> Checked:
    """Every row as a pair; the whole file is refused when one is wrong. A row without a region is the office's."""
    given, found = _json(content) if content.lstrip()[:1] in (b"[", b"{") else _sheet(content)
    rows: list[dict[str, Any]] = []
    asked: dict[tuple[str, str], int] = {}
    for row, raw in given:
        form = _form(act, row, {"region": region} | raw, found)
        if form is not None:
            first = asked.setdefault((form.region, form.question), row)
            if first != row:
                found.append(RowError(row, LAYOUT.columns["question"], f"和第 {first} 行是同一个问题"))
            rows.append({"id": ids.new_id(act.at), "form": form.model_dump(mode="json")})
    if found or not rows:
        empty = [] if found else [RowError(0, "", "文件里没有问答")]
        return Checked.refused([*found, *empty])
    return Checked.accepted(rows, PAIRS_A_CHUNK)


def write(act: Act, row: dict[str, Any], job: Import) -> int:
    """Put one row in force; 1 where an earlier delivery of this chunk has written it already."""
    form = AnswerPairForm.model_validate(row["form"])
    content = replace(content_of(form, job.person_id), reviewer_id=job.confirmed_by)
    new = Pair(row["id"], form.region, form.department, form.question, edition=1)
    event = following(
        act, events.PAIR_PUBLISHED, new, Role.SYSTEM, {"edition": 1, "gap": "", "imported": True}
    )
    with suppress(Stale):
        pairs.bring_in(act, new, content, event)
        return 0
    return 1


def _json(content: bytes) -> tuple[Given, list[RowError]]:
    try:
        raw = json.loads(content)
    except ValueError:
        return [], [RowError(0, "", "这个 JSON 文件读不出来，请检查括号和引号")]
    items = raw.get("items") if isinstance(raw, dict) else raw
    if not isinstance(items, list) or not all(isinstance(one, dict) for one in items):
        return [], [RowError(0, "", "JSON 文件要是一组问答")]
    if len(items) > MOST_ROWS:
        return [], [RowError(0, "", f"一次最多 {MOST_ROWS} 条，请分成几个文件")]
    return list(enumerate(items, start=1)), []


def _sheet(content: bytes) -> tuple[Given, list[RowError]]:
    numbered, wrong = sheets.filled_in(content, LAYOUT, MOST_ROWS)
    return [(number, pairsheet.read(cells)) for number, cells in numbered] if not wrong else [], wrong


def _form(act: Act, row: int, raw: dict[str, Any], found: list[RowError]) -> AnswerPairForm | None:
    """A row that can be read, or what is wrong with it: also days that are over, and a region of somebody else."""
    try:
        form = validated(AnswerPairForm, raw)
        assert isinstance(form, AnswerPairForm)
        edition_of(act, form)
    except errors.WrongDays as refused:
        found.append(RowError(row, LAYOUT.columns["valid_until"], refused.title))
        return None
    except Invalid as refused:
        found += [RowError(row, _column(one.field), one.message) for one in refused.errors]
        return None
    reach = act.actor.reach(permissions.RUN_IMPORTS)
    known = not form.region or divisions.find(form.region) is not None
    if not known or not reach.covers(Place(region=form.region)):
        found.append(RowError(row, LAYOUT.columns["region"], "不是您管的地区"))
        return None
    return form


def _column(field: str) -> str:
    return LAYOUT.columns.get(field.split(".")[0], field)
