"""The file of policies, XLSX, CSV or JSON: each row becomes a draft of its region's office."""

import json
from contextlib import suppress
from typing import Any

from mashangban.domains.policies import events, permissions
from mashangban.domains.policies.repository import policies
from mashangban.domains.policies.rules import checks, policysheet
from mashangban.domains.policies.rules.conditions.reading import Unreadable
from mashangban.domains.policies.rules.policy import Policy
from mashangban.domains.policies.schemas import PolicyForm
from mashangban.domains.policies.service import cataloguing, drafting
from mashangban.domains.policies.terms.imports import MOST_POLICY_ROWS, POLICIES_A_CHUNK
from mashangban.imports.rules import Checked, Import
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Invalid, Stale
from mashangban.kernel.events import following
from mashangban.kernel.http.bodies import validated
from mashangban.kernel.permissions import Place, Role
from mashangban.registry import divisions, sheets
from mashangban.registry.rules.columns import Cells, RowError

LAYOUT = policysheet.LAYOUT
EXAMPLE = {
    "region": "330203",
    "title": "高新技术企业研发奖励",
    "number": "海政办〔2026〕1号",
    "department": "科学技术局",
    "basis": "区科技发展条例第八条",
    "summary": "高新技术企业营收满500万元的，奖励10万元。",
    "audience": "在本区注册的高新技术企业",
    "condition": "science.high_tech and tax.revenue >= 500万元",
    "mode": "即申即享",
    "kind": "定额",
    "amount": "10万元",
    "valid_from": "2026-01-01",
    "valid_until": "2026-12-31",
    "opens_on": "2026-03-01",
    "closes_on": "2026-12-15",
    "tags": "行业:软件；研发:高企",
    "shared": "纳税证明=tax.revenue",
    "licences": "营业执照",
    "met": "达标：science.high_tech=是；tax.revenue=500万元",
    "unmet": "营收不够：science.high_tech=是；tax.revenue=100万元",
    "steps": "网上申报。5个工作日内审核。",
    "payment": "打到企业对公账户",
    "phone": "0574-12345678",
    "review_days": "5",
    "budget": "1000万元",
    "credit": "严重失信的不能享受",
}
Given = list[tuple[int, dict[str, Any]]]


def check(act: Act, region: str, content: bytes) -> Checked:
    """Every row as a draft; the whole file is refused when one is wrong."""
    given, found = _json(content) if content.lstrip()[:1] in (b"[", b"{") else _sheet(content)
    forms: list[dict[str, Any]] = []
    for row, raw in given:
        form = _form(row, raw, found)
        if form is not None:
            found += _objections(act, row, form)
            forms.append({"id": ids.new_id(act.at), "form": form.model_dump(mode="json")})
    if found or not forms:
        empty = [] if found else [RowError(0, "", "文件里没有政策")]
        return Checked.refused([*found, *empty])
    return Checked.accepted(forms, POLICIES_A_CHUNK)


def _json(content: bytes) -> tuple[Given, list[RowError]]:
    try:
        raw = json.loads(content)
    except ValueError:
        return [], [RowError(0, "", "这个 JSON 文件读不出来，请检查括号和引号")]
    items = raw.get("items") if isinstance(raw, dict) else raw
    if not isinstance(items, list) or not all(isinstance(one, dict) for one in items):
        return [], [RowError(0, "", "JSON 文件要是一组政策")]
    if len(items) > MOST_POLICY_ROWS:
        return [], [RowError(0, "", f"一次最多 {MOST_POLICY_ROWS} 项，请分成几个文件")]
    return list(enumerate(items, start=1)), []


def _sheet(content: bytes) -> tuple[Given, list[RowError]]:
    numbered, wrong = sheets.filled_in(content, LAYOUT, MOST_POLICY_ROWS)
    if wrong:
        return [], wrong
    facts = cataloguing.catalogue_of(
        "", *{code for _, cells in numbered for code in policysheet.codes(cells)}
    )
    found: list[RowError] = []
    given: Given = []
    for number, cells in numbered:
        raw, refused = policysheet.read(_filled(cells), facts)
        found += [RowError(number, LAYOUT.columns[one.name], one.why) for one in refused]
        if not refused:
            given.append((number, raw))
    return given, found


def _filled(cells: Cells) -> Cells:
    return {name: text for name, text in cells.items() if text}


def _form(row: int, raw: dict[str, Any], found: list[RowError]) -> PolicyForm | None:
    try:
        form = validated(PolicyForm, raw)
    except Invalid as refused:
        found += [RowError(row, _column(one.field), one.message) for one in refused.errors]
        return None
    assert isinstance(form, PolicyForm)
    return form


def _column(field: str) -> str:
    """The column of a field; a place within a list keeps its whole path."""
    name = field.split(".")[0]
    return LAYOUT.columns.get(name, field)


def _objections(act: Act, row: int, form: PolicyForm) -> list[RowError]:
    """What keeps a draft from being one: a region that is not one's own, a condition that can't be read."""
    reach = act.actor.reach(permissions.EDIT_POLICIES)
    found = []
    if divisions.find(form.region) is None or not reach.covers(Place(region=form.region)):
        found.append(RowError(row, LAYOUT.columns["region"], "不是您管的地区"))
    try:
        if form.condition.strip():
            checks.readable(form.condition, cataloguing.catalogue_of(form.condition))
    except Unreadable as wrong:
        why = f"{wrong.why}（第 {wrong.span.start + 1} 个字）"
        found.append(RowError(row, LAYOUT.columns["condition"], why))
    return found


def write(act: Act, row: dict[str, Any], _: Import) -> int:
    """Write one draft, none of them left alone; an earlier delivery of this chunk may have written it already."""
    form = PolicyForm.model_validate(row["form"])
    content = drafting.edition_of(form)
    new = Policy(row["id"], form.region, content.title, content.department).drafted(content)
    told = {"region": new.region, "draft": new.draft, "imported": True}
    event = following(act, events.POLICY_DRAFTED, new, Role.SYSTEM, told)
    with suppress(Stale):
        policies.create(act, new, content, event, None)
    return 0
