"""An office fills in what many items lack in one table, or in the same table as a file; what did not change stays."""

from dataclasses import replace

import pytest

from mashangban.domains.guides import errors
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.repository import items as repository
from mashangban.domains.guides.rules import completion, gapsheet, itemsheet
from mashangban.domains.guides.rules.completion import Cells
from mashangban.domains.guides.schemas import (
    GuideCompletedRow,
    GuideCompletion,
    GuideCompletions,
    GuideGapRow,
    GuideGapsQuery,
)
from mashangban.domains.guides.service import completing, gapsheets, importing, items, reading
from mashangban.domains.guides.terms import GAPS, GuideLack, GuideState
from mashangban.imports.terms import ImportState
from mashangban.kernel import history, ids
from mashangban.kernel.errors import NotFound
from mashangban.registry import sheets
from tests.audit.build import sign_in
from tests.guides.conftest import TODAY, Bureau, written
from tests.guides.test_api import read, send
from tests.guides.test_imports import drive
from tests.registry.conftest import officer
from tests.workers.office import office_of

HALL = [{"name": "政务中心", "address": "文三路 1 号", "hours": "工作日 9:00-17:00"}]


def test_what_somebody_who_goes_there_misses_is_named() -> None:
    whole = written(places=HALL)
    assert completion.lacks(whole) == []
    bare = written(places=[], phone="", materials=[])
    assert completion.lacks(bare) == list(GuideLack)
    assert completion.lacks(written()) == [GuideLack.HOURS]


def test_an_item_for_which_nothing_has_to_be_brought_says_so_and_lacks_nothing() -> None:
    bare = written(places=HALL, materials=[])
    assert completion.lacks(bare) == [GuideLack.MATERIALS]
    said = completing.completed(bare, replace(completion.cells(bare), materials="不需要材料"))
    assert (said.no_materials, said.materials, completion.lacks(said)) == (True, [], [])
    assert completing.completed(said, completion.cells(said)) == said
    assert completion.read(completion.cells(said))["no_materials"] is True
    again = completing.completed(said, replace(completion.cells(said), materials="身份证"))
    assert (again.no_materials, [one.name for one in again.materials]) == (False, ["身份证"])
    with pytest.raises(errors.ItemUnready):
        completion.read(Cells("", "", "", "不需要材料\n身份证"))


def test_an_item_is_kept_with_the_word_that_nothing_has_to_be_brought(office: Bureau) -> None:
    one = office.published(materials=[], no_materials=True)
    assert reading.show(one, TODAY).content.no_materials
    assert GuideLack.MATERIALS.label not in lacking(office)[one].lacks
    plain = items.content(written())
    assert "no_materials" not in repository.as_text(plain)
    assert itemsheet.read({"materials": "不需要材料。"}) == {"materials": [], "no_materials": True}


def test_where_nobody_has_to_go_no_hall_is_missing() -> None:
    assert completion.lacks(written(places=[], visits=0)) == []


@pytest.mark.parametrize(
    "places",
    [
        HALL,
        [*HALL, {"name": "街道中心", "address": "古荡路 2 号", "hours": "周末也开"}],
        [{"name": "政务中心", "address": "文三路 1 号"}],
        [],
    ],
)
def test_a_row_that_was_not_touched_says_what_the_item_says(places: list[dict[str, str]]) -> None:
    one = written(places=places)
    assert completing.completed(one, completion.cells(one)) == one
    again = one.model_dump(mode="json") | completion.read(completion.cells(one))
    assert type(one).model_validate(again) == one


def test_hours_are_of_every_hall_that_has_none_of_its_own() -> None:
    read = completion.read(Cells("甲厅|路 1\n乙厅|路 2||周末也开", "工作日", "", ""))
    places = read["places"]
    assert isinstance(places, list)
    assert [one["hours"] for one in places] == ["工作日", "周末也开"]


def test_an_empty_cell_of_the_file_leaves_the_item_as_it_is() -> None:
    over = Cells("甲厅|路 1", "工作日", "12345", "身份证")
    assert gapsheet.laid({"phone": " ", "materials": "身份证；户口簿"}, over) == Cells(
        "甲厅|路 1", "工作日", "12345", "身份证\n户口簿"
    )


def lacking(bureau: Bureau, lack: GuideLack | None = None) -> dict[str, GuideGapRow]:
    query = GuideGapsQuery(region=bureau.region, lack=lack, limit=50)
    return {one.id: one for one in completing.lacking(bureau.officer, query).items}


def row(one: GuideGapRow, **cells: str) -> GuideCompletion:
    return GuideCompletion(id=one.id, seen=one.seen, **one.cells.model_dump() | cells)


def filled(bureau: Bureau, *rows: GuideCompletion, submit: bool = False) -> list[GuideCompletedRow]:
    return completing.fill(bureau.act(), GuideCompletions(rows=list(rows), submit=submit)).rows


@pytest.fixture
def office(tables: str) -> Bureau:
    """A county of its own, so that its table holds what the test put there."""
    region = "330185"
    return Bureau(region, officer(region))


def test_only_rows_that_changed_are_written_and_one_that_is_wrong_stops_no_other(office: Bureau) -> None:
    same, wrong, good = (office.published(name=f"事项{ids.new_id()[-8:]}", phone="") for _ in range(3))
    had = lacking(office)
    told = filled(
        office,
        row(had[same]),
        row(had[wrong], phone="打电话"),
        row(had[good], phone="0571-1", hours="工作日"),
        submit=True,
    )
    assert [(one.saved, one.submitted, bool(one.problem)) for one in told] == [
        (False, False, False),
        (False, False, True),
        (True, True, False),
    ]
    assert repository.draft_of(same) is None
    draft = repository.draft_of(good)
    assert draft is not None
    assert (draft.phone, draft.places[0].hours) == ("0571-1", "工作日")
    items.publish(office.review(), good)
    assert good not in lacking(office)
    assert {same, wrong} <= set(lacking(office, GuideLack.PHONE))


def test_a_row_that_somebody_changed_meanwhile_is_not_written_over(office: Bureau) -> None:
    made = office.drafted(phone="")
    had = lacking(office)[made]
    items.edit(office.act(), made, written(phone="0571-9", name="别人改的"))
    told = filled(office, row(had, phone="0571-1"))
    assert told[0].problem == errors.ItemMoved.title
    assert reading.work(office.officer, made, TODAY).content.phone == "0571-9"


def test_what_waits_for_a_second_person_or_lies_elsewhere_is_not_filled_in(office: Bureau) -> None:
    waits = office.drafted()
    items.submit(office.act(), waits)
    one = lacking(office)[waits]
    assert not one.writable
    assert filled(office, row(one, hours="工作日"))[0].problem == errors.InReview.title
    stranger = Bureau("370102", officer("370102"))
    assert filled(stranger, row(one, hours="工作日"))[0].problem == NotFound.title
    with pytest.raises(NotFound):
        completing.lacking(stranger.officer, GuideGapsQuery(region=office.region))


def test_the_table_goes_out_as_a_file_and_comes_back_filled_in(office: Bureau) -> None:
    mine, brought = office.drafted(phone=""), office.published(phone="")
    query = GuideGapsQuery(region=office.region)
    sheet = sheets.read(gapsheets.export(office.officer, query, sheets.CSV))
    head, rows = list(sheet.head), [list(one) for _, one in sheet.rows]
    phone, hours, code = (head.index(one) for one in ("咨询电话", "办公时间", "事项编码"))
    known = {repository.get(one).code for one in (mine, brought)}
    assert known <= {one[code] for one in rows}
    changed = [list(one) for one in rows if one[code] in known]
    for one in changed:
        one[phone], one[hours] = "0571-12345", "工作日 9:00-17:00"
    content = sheets.write(sheets.CSV, tuple(head), changed)
    job = importing.DESK.start(office.act(), GAPS, office.region, "补齐表.csv", content)
    assert job.state is ImportState.STAGED
    importing.DESK.confirm(office.review(), job.id)
    drive(office, job.id)
    told = {one.outcome for one in importing.DESK.told_of(office.officer, job.id)}
    assert told == {"已公布", "已补进草稿，由写的人提交审核"}
    assert reading.show(brought, TODAY).content.phone == "0571-12345"
    assert repository.get(mine).state is GuideState.DRAFT
    draft = repository.draft_of(mine)
    assert draft is not None
    assert draft.phone == "0571-12345"
    assert history.is_unbroken(history.of(TABLE, repository.get(brought).subject))


def test_a_file_with_a_wrong_row_is_refused_whole_row_by_row(office: Bureau) -> None:
    code = repository.get(office.drafted()).code
    head = tuple(gapsheet.LAYOUT.columns.values())
    rows = (
        ("", code, "", "", "", "打电话", ""),
        ("", "no-such-code", "", "", "", "", ""),
        ("370102", code, "", "", "", "", ""),
        ("", code, "", "", "", "", "身份证|也许要"),
    )
    checked = gapsheets.check(office.act(), office.region, sheets.write(sheets.CSV, head, rows))
    assert [(one.row, one.column) for one in checked.errors] == [
        (2, "咨询电话"),
        (3, "事项编码"),
        (4, "地区代码"),
        (5, "材料"),
    ]


def test_the_page_saves_what_changed_and_keeps_what_could_not_be_saved(office: Bureau) -> None:
    good, wrong = office.published(phone=""), office.published(phone="")
    window, home = office_of(office.officer), "/console/guides/gaps"
    shown = window.get(f"{home}?region={office.region}&lack=phone")
    assert f'name="phone-{good}"' in shown.html
    had = lacking(office)
    typed = [(one, had[one].seen, phone) for one, phone in ((good, "0571-7"), (wrong, "打电话"))]
    given: dict[str, object] = {"region": office.region, "lack": "phone", "id": [good, wrong]}
    for one, seen, phone in typed:
        given |= {f"seen-{one}": str(seen), f"phone-{one}": phone}
        given |= {f"{name}-{one}": getattr(had[one].cells, name) for name in ("places", "hours", "materials")}
    again = window.act(shown, home, **given)
    assert "1 行已保存，1 行没有办成" in again.html
    assert 'value="打电话"' in again.html
    assert f'name="phone-{good}"' not in again.html
    assert window.get(f"{home}/export?region={office.region}&format=csv").status == 200


def test_an_officers_program_reads_the_table_and_sends_it_filled_in_once(office: Bureau) -> None:
    made, where = office.drafted(phone=""), "/v1/guides/desk"
    token = sign_in(ids.new_id(), list(office.officer.grants))
    rows = read(send("GET", f"{where}/gaps?region={office.region}&limit=50", token=token))["items"]
    one = next(row for row in rows if row["id"] == made)
    assert one["lacks"] == ["没写办公时间", "没写咨询电话"]
    body = {"rows": [{"id": made, "seen": one["seen"], **one["cells"], "phone": "0571-3"}]}
    first, again = (send("POST", f"{where}/completions", body, token, "c" * 24) for _ in range(2))
    assert read(first)["rows"][0]["saved"]
    assert read(again) == read(first)
    assert repository.get(made).version == one["seen"] + 1
