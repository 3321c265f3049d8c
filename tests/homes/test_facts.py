"""The four transparencies: told once for as far as they reach, read by those who live there, never quietly undone."""

import datetime as dt
from typing import Any

import pytest

from mashangban.domains.homes import errors, events, schemas
from mashangban.domains.homes.rules.factsheet import LAYOUT
from mashangban.domains.homes.service import facts, importing
from mashangban.domains.homes.terms import FactKind, ImportKind, ImportState
from mashangban.files.errors import NotArrived
from mashangban.files.terms import Purpose
from mashangban.kernel import clock
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Principal
from tests.files import samples
from tests.homes.buying import tenant_of
from tests.homes.conftest import Yard, act, arrived, deliver, person, sheet

HEAD = [
    LAYOUT.columns[name]
    for name in ("building", "unit", "room", "kind", "title", "source", "number", "happened_on")
]
CEMENT = ["1号楼", "", "", "材料", "水泥", "海螺水泥", "PO42.5-0318", "2026-03-18"]


def form(**changes: Any) -> schemas.FactForm:
    given = {
        "kind": "process",
        "title": "卫生间防水",
        "source": "浙江样例建设有限公司",
        "happened_on": "2026-05-01",
    }
    return schemas.FactForm.model_validate(given | changes)


def titles(who: Principal, yard: Yard, label: str, kind: FactKind = FactKind.PROCESS) -> list[str]:
    return [one.title for one in facts.of_home(who, yard.home(label).id, kind, clock.now())]


def test_a_fact_reaches_as_far_as_it_was_told_for_and_no_further(estate: Yard) -> None:
    for title, where in (
        ("小区", {}),
        ("楼栋", {"building": "1"}),
        ("单元", {"building": "1", "unit": "1"}),
        ("本户", {"building": "1", "unit": "1", "room": "101"}),
    ):
        facts.enter(act(estate.builder), estate.estate_id, form(title=title, **where))
    assert titles(estate.builder, estate, "1-1-101") == ["本户", "单元", "楼栋", "小区"]
    assert titles(estate.builder, estate, "1-1-102") == ["单元", "楼栋", "小区"]
    assert titles(estate.builder, estate, "1-2-201") == ["楼栋", "小区"]
    assert titles(estate.builder, estate, "2-1-1101") == ["小区"]


def test_owner_and_tenant_read_it_with_source_day_and_paper_others_do_not(
    estate: Yard, owner: Principal
) -> None:
    paper = arrived(estate.builder, samples.picture("PNG"), "image/png", Purpose.SITE_PHOTO)
    facts.enter(act(estate.builder), estate.estate_id, form(building="1", files=[paper], number="YB-7"))
    home = estate.home("1-1-101").id
    for reader in (owner, tenant_of(estate, owner), estate.officer):
        (seen,) = facts.of_home(reader, home, FactKind.PROCESS, clock.now())
        assert (seen.source, seen.number, seen.happened_on) == (
            "浙江样例建设有限公司",
            "YB-7",
            dt.date(2026, 5, 1),
        )
        assert [one.file_id for one in seen.papers] == [paper]
    with pytest.raises(NotFound):
        facts.of_home(person(), home, FactKind.PROCESS, clock.now())


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"building": "9"}, errors.UnknownBuilding),
        ({"building": "1", "unit": "7"}, errors.UnknownBuilding),
        ({"unit": "1"}, errors.UnknownBuilding),
        ({"building": "1", "unit": "1", "room": "909"}, errors.UnknownBuilding),
        ({"happened_on": "2999-01-01"}, errors.FactInFuture),
        ({"files": ["nothing"]}, (NotArrived, NotFound)),
    ],
)
def test_a_fact_of_nowhere_of_tomorrow_or_with_a_paper_that_never_came_is_refused(
    estate: Yard, changes: dict[str, Any], refusal: Any
) -> None:
    with pytest.raises(refusal):
        facts.enter(act(estate.builder), estate.estate_id, form(**changes))


def test_only_the_builder_tells_and_what_it_withdraws_stays_to_be_read_with_the_reason(estate: Yard) -> None:
    with pytest.raises(NotFound):
        facts.enter(act(estate.contractor), estate.estate_id, form())
    told = facts.enter(act(estate.builder), estate.estate_id, form())
    with pytest.raises(NotFound):
        facts.withdraw(act(estate.contractor), told.id, schemas.Withdrawal(reason="写错了"))
    facts.withdraw(act(estate.builder), told.id, schemas.Withdrawal(reason="楼栋写错了"))
    (seen,) = facts.of_home(estate.builder, estate.home("1-1-101").id, FactKind.PROCESS, clock.now())
    assert seen.withdrawn == "楼栋写错了"
    with pytest.raises(errors.FactWithdrawn):
        facts.withdraw(act(estate.builder), told.id, schemas.Withdrawal(reason="再撤一次"))


def test_a_sheet_of_facts_is_kept_once_whatever_is_sent_again(estate: Yard) -> None:
    home_row = ["1号楼", "1单元", "101室", "验收透明", "分户验收", "杭州样例监理有限公司", "", "2026/6/1"]
    view = estate.applied(sheet([CEMENT, home_row], HEAD), ImportKind.FACTS)
    assert (view.state, view.created) == (ImportState.APPLIED, 2)
    promise = ["", "", "", "服务", "质量保证书", "杭州样例置业有限公司", "", "2026-06-02"]
    estate.applied(sheet([CEMENT, promise], HEAD), ImportKind.FACTS)
    assert titles(estate.builder, estate, "1-1-101", FactKind.MATERIAL) == ["水泥"]
    assert titles(estate.builder, estate, "1-1-101", FactKind.ACCEPTANCE) == ["分户验收"]
    assert titles(estate.builder, estate, "2-1-1101", FactKind.SERVICE) == ["质量保证书"]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (["1", "", "", "其他", "水泥", "厂家", "", "2026-03-18"], "类别"),
        (["", "", "101", "材料", "水泥", "厂家", "", "2026-03-18"], "楼栋"),
        (["1", "", "", "材料", "", "厂家", "", "2026-03-18"], "项目"),
        (["1", "", "", "材料", "水泥", "厂家", "", "2999-03-18"], "日期"),
        (["8", "", "", "材料", "水泥", "厂家", "", "2026-03-18"], "楼栋"),
    ],
)
def test_a_wrong_row_of_facts_is_named(estate: Yard, row: list[object], column: str) -> None:
    view = estate.sent(sheet([CEMENT, row], HEAD), ImportKind.FACTS)
    assert view.state is ImportState.REFUSED
    assert [(one.row, one.column) for one in importing.errors_of(estate.builder, view.id)] == [(3, column)]


def test_another_scenario_tells_a_fact_once_with_its_link(estate: Yard) -> None:
    body = {
        "project": estate.estate_id, "building": "1", "unit": "", "home_room": "", "kind": "material",
        "title": "混凝土 C30", "source": "样例搅拌站", "happened_on": "2026-02-01", "room": "concrete",
        "subject": "pour:01ABC", "event": "01EVENT",
    }  # fmt: skip
    for _ in range(2):
        deliver(events.FACT, body)
    deliver(events.FACT, {**body, "project": "no-estate"})
    (seen,) = facts.of_home(estate.builder, estate.home("1-1-101").id, FactKind.MATERIAL, clock.now())
    assert seen.link is not None
    assert (seen.link.room, seen.link.subject, seen.link.event) == ("concrete", "pour:01ABC", "01EVENT")
