"""Policies of the demo world: 3,600 declared facts, items in every state, enterprises with what is known of them."""

import csv
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from random import Random

from demo import firms as crowd
from demo.ground import Ground, act, officer_of
from mashangban.domains.policies.models import TABLE, IndicatorRecord
from mashangban.domains.policies.repository import imports, indicators
from mashangban.domains.policies.rules import factsheet, policysheet
from mashangban.domains.policies.rules.conditions.facts import Catalogue, Indicator
from mashangban.domains.policies.schemas import EditionForm, PolicyForm, PolicyWithdrawal
from mashangban.domains.policies.schemas.imports import PolicyImportQuery
from mashangban.domains.policies.schemas.profiles import DisputeForm
from mashangban.domains.policies.service import drafting, importing, stating
from mashangban.domains.policies.terms import Access, FactType
from mashangban.domains.policies.terms.departments import Department
from mashangban.domains.policies.terms.imports import ImportKind
from mashangban.imports.terms import ImportState
from mashangban.kernel import clock, history
from mashangban.kernel.errors import Busy, Stale
from mashangban.kernel.events import Subject
from mashangban.registry import sheets

Say = Callable[[str], None]
_HERE = Path(__file__).parent
ITEMS = _HERE / "policies.csv"
CLAIMED = "330203"  # the county whose policies are claimed (demo.claims)
YEARS = (2023, 2024, 2025)
SUBJECTS = ("项目", "资金", "设备", "人员", "场地", "订单", "合同", "能耗", "库存")
MEASURES = ("总数", "增长数", "完成数", "在办数", "备案数", "合格数")
_DAY = re.compile(r"\{(-?\d+)\}")
_STEPS = "先在网上确认意愿。部门审核后公示。公示没有异议就拨款。"


def fill(ground: Ground, firms: int, say: Say) -> None:
    """Facts are declared, items published, about so many enterprises told of; each part is said."""
    say(f"政策指标 {declare()} 项 / declared facts")
    say(f"政策 {publish()} 项 / policies")
    told = state(ground, firms)
    say(f"企业画像 {told} 家 / enterprises with facts")
    _dispute(ground)


def declare() -> int:
    """The registry of facts: those that policies ask for, and what the other departments keep. Written in batches."""
    known = [*named(), *_generated()]
    with IndicatorRecord.batch_write() as batch:
        for one in known:
            batch.save(indicators.record(one))
    return len(known)


def named() -> Iterator[Indicator]:
    """The facts that the items ask for."""
    for row in _rows(_HERE / "indicators.csv"):
        options = tuple(filter(None, row["options"].split("|")))
        kind, department, access = (
            FactType(row["type"]),
            Department(row["department"]),
            Access(row["access"]),
        )
        yield Indicator(row["code"], row["name"], kind, department, row["unit"], options, access=access)


def _generated() -> Iterator[Indicator]:
    for department in Department:
        places = ((s, m, year) for s in range(len(SUBJECTS)) for m in range(len(MEASURES)) for year in YEARS)
        for s, m, year in places:
            kind = FactType.MONEY if SUBJECTS[s] == "资金" else FactType.NUMBER
            name = f"{SUBJECTS[s]}{MEASURES[m]}（{year}年）"
            code = f"{department.value}.s{s + 1}m{m + 1}_{year}"
            yield Indicator(code, name, kind, department)


def publish() -> int:
    """Each item by its region's hand; some stay drafts, one is withdrawn."""
    made, facts = 0, Catalogue(named())
    for row in _rows(ITEMS):
        hand = act(officer_of(row["region"]))
        form = form_of(row, facts)
        done = drafting.begin(hand, form)
        if row["publish"] != "draft":
            drafting.publish(hand, done.id)
        if row["publish"] == "withdrawn":
            drafting.withdraw(hand, done.id, PolicyWithdrawal(reason="政策到期，不再执行"))
        if made == 0:
            _next_edition(done.id, form)
        made += 1
    return made


def _next_edition(policy_id: str, form: PolicyForm) -> None:
    """The first item has a next edition on the desk, so that a replay has something to compare."""
    wider = form.condition.replace("1 years", "3 years")
    given = form.model_dump(exclude={"region"}) | {"condition": wider}
    drafting.rewrite(act(officer_of(form.region)), policy_id, EditionForm.model_validate(given))


def form_of(row: dict[str, str], facts: Catalogue) -> PolicyForm:
    """A row as its office would type it, its days counted from today."""
    today = clock.local_date(clock.now())
    cells = {name: _DAY.sub(lambda found: _day(today, found[1]), text) for name, text in row.items() if text}
    cells |= {
        "valid_from": _day(today, row["opens"]),
        "valid_until": _day(today, row["until"]),
        "opens_on": _day(today, row["opens"]),
        "closes_on": _day(today, row["closes"]),
        "review_days": row["days"],
        "steps": _STEPS,
        "phone": "0574-12345678",
        "credit": "严重失信的不能享受",
    }
    given, wrong = policysheet.read(cells, facts)
    if wrong:
        raise RuntimeError(f"{row['title']}: {wrong[0]}")
    return PolicyForm.model_validate(given)


def _day(today: date, days: str) -> str:
    return (today + timedelta(days=int(days))).isoformat()


def state(ground: Ground, firms: int) -> int:
    """Enterprises of five counties, their facts by one sheet a county."""
    chance = Random(ground.chance.random())
    by_county = crowd.register(ground, chance, firms)
    ground.claimants = [one.id for one in by_county.get(CLAIMED, ()) if one.id not in ground.firms.values()]
    for county, those in by_county.items():
        on_phones = [one for one in those if one.id in ground.phones]
        for group in (on_phones, [one for one in those if one not in on_phones]):
            rows = [row for one in group for row in crowd.facts(one, chance)]
            if rows:
                _import(county, rows, at_once=group is on_phones)
    return sum(map(len, by_county.values()))


def _import(county: str, rows: list[tuple[str, ...]], *, at_once: bool) -> None:
    """A sheet as a department sends it; the stream writes it, or its steps are taken here at once."""
    content = sheets.write(sheets.CSV, list(factsheet.LAYOUT.columns.values()), rows)
    asked = PolicyImportQuery(kind=ImportKind.FACTS, region=county, filename="企业数据.csv")
    made = importing.start(act(officer_of(county)), asked, content)
    if made.state is ImportState.REFUSED:
        raise RuntimeError(next(imports.STORE.errors_of(made.id)))
    importing.DESK.confirm(act(officer_of(county)), made.id)
    while at_once and imports.STORE.get(made.id).state is not ImportState.APPLIED:
        newest = max(history.of(TABLE, Subject("policyimport", made.id)), key=lambda event: event.version)
        with suppress(Stale, Busy):  # the stream takes the same step
            importing.DESK.go_on(newest)


def _dispute(ground: Ground) -> None:
    """The enterprise that is on the phone says that one of its facts is wrong."""
    for org, operator in ground.phones.items():
        reason = DisputeForm(reason="我们实际参保的人更多，请按社保系统核对")
        stating.dispute(act(operator), org, "hr.insured", reason)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)
