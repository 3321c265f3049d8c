"""Lists of items come as files: checked as a whole, entered after a person's word, left alone where all changed."""

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest

from mashangban.domains.crossregion import listeners
from mashangban.domains.crossregion.models import TABLE
from mashangban.domains.crossregion.repository import alliances as stored
from mashangban.domains.crossregion.rules import itemsheet
from mashangban.domains.crossregion.schemas.alliances import ZoneEnd
from mashangban.domains.crossregion.schemas.items import ItemsDeskQuery
from mashangban.domains.crossregion.service import alliances, importing, items
from mashangban.domains.crossregion.terms import ITEMS
from mashangban.files.terms import Purpose
from mashangban.imports.schemas import FileImportView
from mashangban.imports.terms import ImportState
from mashangban.kernel import clock, history, ids
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Subject
from mashangban.registry import sheets
from tests.crossregion.conftest import CITY, HOME, LEAD, Zones, alliance_form, line
from tests.workers.office import office_of
from tests.workers.papers import photo

HEAD = tuple(itemsheet.LAYOUT.columns.values())
DESK = importing.DESK
PAGES = "/console/crossregion/imports"


def row(code: str, **differs: str) -> tuple[str, ...]:
    given = itemsheet.EXAMPLE | {"code": code} | differs
    return tuple(given.get(name, "") for name in itemsheet.LAYOUT.columns)


def named(of: Zones, code: str, **differs: str) -> tuple[str, ...]:
    """A row for this alliance: 330106 leads one for every test."""
    return row(code, alliance=of.alliance.name, **differs)


def sheet(*rows: tuple[str, ...]) -> bytes:
    return sheets.write(sheets.XLSX, HEAD, rows)


def brought(zones: Zones, *rows: tuple[str, ...]) -> FileImportView:
    return DESK.start(zones.act(zones.lead), ITEMS, LEAD, "清单.xlsx", sheet(*rows))


def confirmed(zones: Zones, job: FileImportView) -> FileImportView:
    """Each event of the job reaches the listener twice; so does the list that was entered."""
    DESK.confirm(zones.act(zones.lead), job.id)
    subject = Subject("crossimport", job.id)
    while DESK.show(zones.lead, job.id).state is ImportState.APPLYING:
        last = history.of(TABLE, subject)[-1]
        for _ in range(2):
            listeners.on_event(last)
    return DESK.show(zones.lead, job.id)


@pytest.fixture
def zones(tables: str) -> Iterator[Zones]:
    """An alliance whose name is its own."""
    made = Zones()
    made.leave_lists()
    form = alliance_form(photo(made.lead, Purpose.ATTACHMENT), name=f"三地联盟{ids.new_id()[-8:]}")
    made.alliance = alliances.found(made.act(made.lead), form)
    yield made
    made.leave_lists()


def test_a_confirmed_file_is_a_list_that_each_zone_is_asked_about(zones: Zones) -> None:
    job = brought(zones, named(zones, "A"), named(zones, "B", zones=f"{LEAD}，{HOME}", papers=""))
    assert (job.state, job.rows) == (ImportState.STAGED, 2)
    assert stored.batches(zones.id) == []
    done = confirmed(zones, job)
    assert (done.state, done.skipped) == (ImportState.APPLIED, 0)
    (batch,) = stored.batches(zones.id)
    assert [(one.code, one.standard.zones) for one in batch.lines] == [
        ("A", (LEAD, HOME, CITY)),
        ("B", (LEAD, HOME)),
    ]
    zones.spread()
    shown = items.at_desk(zones.home, zones.id, ItemsDeskQuery(proposed=True)).items
    assert [(one.code, one.missing) for one in shown] == [("A", [HOME, CITY]), ("B", [HOME])]
    told = history.of(TABLE, Subject("alliance", zones.id))[-1]
    assert told.data["import"] == job.id


def test_a_row_that_is_wrong_is_named_by_row_and_column_and_nothing_is_entered(zones: Zones) -> None:
    zones.enter(line("A"))
    job = brought(
        zones,
        named(zones, "A"),
        named(zones, "B", days="五"),
        named(zones, "C", zones=f"{LEAD}、110101"),
        named(zones, "D"),
        named(zones, "D"),
        row("E", alliance="没有的联盟"),
    )
    assert job.state is ImportState.REFUSED
    found = [(one.row, one.column) for one in DESK.errors_of(zones.lead, job.id)]
    assert found == [
        (2, "事项编码"),
        (3, "承诺工作日"),
        (4, "参加地区代码"),
        (6, "事项编码"),
        (7, "通办联盟"),
    ]
    assert len(stored.batches(zones.id)) == 1


def test_a_list_that_no_item_could_hold_is_to_be_parted(zones: Zones) -> None:
    long = "、".join("证明" * 15 for _ in range(20))
    job = brought(zones, *(named(zones, f"A-{number}", papers=long) for number in range(150)))
    assert [one.message for one in DESK.errors_of(zones.lead, job.id)] == ["清单太长，请分成几个文件"]


def test_a_zone_that_leads_several_alliances_says_which(zones: Zones) -> None:
    other = Zones()
    (wrong,) = DESK.errors_of(zones.lead, brought(zones, row("A")).id)
    assert zones.alliance.name in wrong.message
    assert other.alliance.name in wrong.message
    other.leave_lists()


def test_a_zone_that_leads_one_alliance_needs_no_name_and_one_that_leads_none_is_told_so(
    zones: Zones,
) -> None:
    paper = photo(zones.city, Purpose.ATTACHMENT)
    form = alliance_form(paper, lead=CITY, zones=[CITY, LEAD])
    led = alliances.found(zones.act(zones.city), form)
    job = DESK.start(zones.act(zones.city), ITEMS, CITY, "清单.xlsx", sheet(row("A")))
    assert job.state is ImportState.STAGED
    zones.leave_lists(led)
    lost = DESK.start(zones.act(zones.home), ITEMS, HOME, "清单.xlsx", sheet(row("A")))
    (wrong,) = DESK.errors_of(zones.home, lost.id)
    assert "没有牵头" in wrong.message


def test_what_changed_between_check_and_confirmation_leaves_the_whole_list_alone(zones: Zones) -> None:
    late = brought(zones, named(zones, "A"), named(zones, "B"))
    zones.enter(line("B"))
    assert confirmed(zones, late).skipped == 2
    gone = brought(zones, named(zones, "C", zones=f"{LEAD}、{CITY}"))
    today = clock.local_date(clock.now())
    alliances.end_zone(zones.act(zones.city), zones.id, CITY, ZoneEnd(left_on=today - timedelta(days=1)))
    assert confirmed(zones, gone).skipped == 1
    assert [one.code for batch in stored.batches(zones.id) for one in batch.lines] == ["B"]


def test_only_the_office_of_the_zone_that_leads_brings_its_files(zones: Zones) -> None:
    with pytest.raises(NotFound):
        DESK.start(zones.act(zones.home), ITEMS, LEAD, "清单.xlsx", sheet(named(zones, "A")))


def test_the_pages_take_a_file_and_say_what_was_left_alone(zones: Zones) -> None:
    window = office_of(zones.lead)
    new = window.get(f"{PAGES}/new?region={LEAD}")
    headers = {
        "content-type": "application/octet-stream",
        "accept": "application/json",
        "x-csrf-token": new.hidden("csrf"),
        "idempotency-key": new.hidden("key"),
    }
    rows = sheet(named(zones, "A", days="4"))
    sent = window.send("POST", f"{PAGES}?region={LEAD}", rows, headers)
    assert sent.status == 201
    zones.enter(line("A"))
    job = DESK.show(zones.lead, json.loads(sent.html)["id"])
    confirmed(zones, job)
    assert "1 行没有登记：确认时清单里已有这些编码" in window.get(f"{PAGES}/{job.id}").html
