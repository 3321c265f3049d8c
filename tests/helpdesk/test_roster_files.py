"""A file of duty rosters: checked as a whole, told by row and column, each week of a department written whole."""

import datetime as dt
import json
from dataclasses import dataclass
from urllib.parse import quote

import pytest

from mashangban.domains.helpdesk.repository import departments, rosters
from mashangban.domains.helpdesk.rules import roster, rostersheet
from mashangban.domains.helpdesk.rules.roster import Shift
from mashangban.domains.helpdesk.schemas import PostForm
from mashangban.domains.helpdesk.service import importing, offices, rostersheets
from mashangban.domains.helpdesk.terms import MOST_SHIFTS, PostKind, TicketTopic
from mashangban.identity import service as identity
from mashangban.identity.schemas import StaffCreation
from mashangban.imports.schemas import FileImportView
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Principal
from mashangban.registry import sheets
from tests.helpdesk.conftest import Town, act
from tests.workers.office import office_of

pytestmark = pytest.mark.usefixtures("quiet_clocks")
HEAD = tuple(rostersheet.LAYOUT.columns.values())
MONDAY = roster.monday_of(clock.local_date(clock.now())) + dt.timedelta(days=7)


@pytest.mark.parametrize("written", ["2026-12-01", "2026/12/1", "2026年12月1日", "2026.12.1"])
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    cells = dict(rostersheet.EXAMPLE) | {"day": written, "starts": "8：30", "ends": "12:00:00"}
    read = rostersheet.read(cells)
    assert (read["day"], read["starts"], read["ends"]) == ("2026-12-01", "08:30", "12:00")
    assert (read["topic"], rostersheet.read(cells | {"topic": " "})["topic"]) == ("wages", None)


@dataclass
class Desk:
    """A department with two who have accounts; one takes safety alone."""

    town: Town
    region: str
    keeper: Principal
    id: str
    name: str
    people: dict[str, str]

    def row(self, account: str = "", **differs: str) -> tuple[str, ...]:
        given = {"department": self.name, "account": account or self.first, "day": str(MONDAY)}
        given |= {"starts": "8:30", "ends": "12:00", "topic": ""} | differs
        return tuple(given[name] for name in rostersheet.LAYOUT.columns)

    @property
    def first(self) -> str:
        return next(iter(self.people))

    @property
    def second(self) -> str:
        return list(self.people)[1]

    def week(self, monday: dt.date = MONDAY) -> tuple[Shift, ...]:
        return rosters.of_weeks(departments.get(self.id).desk, [monday])[0].shifts

    def brought(self, *rows: tuple[str, ...]) -> FileImportView:
        content = sheets.write(sheets.XLSX, HEAD, rows)
        keeper = act(self.keeper)
        return importing.DESK.start(keeper, "rosters", self.region, "值班表.xlsx", content)

    def wrong(self, *rows: tuple[str, ...]) -> list[tuple[int, str]]:
        job = self.brought(*rows)
        assert job.state == "refused"
        return [(one.row, one.column) for one in importing.DESK.errors_of(self.keeper, job.id)]

    def confirmed(self, *rows: tuple[str, ...]) -> list[tuple[str, bool]]:
        job = self.brought(*rows)
        assert job.state == "staged", importing.DESK.errors_of(self.keeper, job.id)
        importing.DESK.confirm(act(self.keeper), job.id)
        self.town.pump.run()
        return [(one.outcome, one.left) for one in importing.DESK.told_of(self.keeper, job.id)]


def opened(town: Town, region: str, keeper: Principal) -> Desk:
    name = f"区城管局{ids.new_id()[-6:]}"
    department = town.department(name, TicketTopic.SAFETY, TicketTopic.HOME, region=region, keeper=keeper)
    people = {}
    for number, topics in enumerate(([], [TicketTopic.SAFETY])):
        account = f"duty{number}{ids.new_id()[-8:].lower()}"
        form = StaffCreation(username=account, name="周敏", password=ids.new_id())
        who = identity.create_staff(act(keeper), form).person_id
        offices.fill_post(act(keeper), department, who, PostForm(kinds=[PostKind.FRONT], topics=topics))
        people[account] = who
    return Desk(town, region, keeper, department, name, people)


@pytest.fixture
def desk(county: Town) -> Desk:
    return opened(county, county.county, county.keeper)


def test_a_file_fills_weeks_whole_and_leaves_the_others_as_they_are(desk: Desk) -> None:
    later = MONDAY + dt.timedelta(days=9)
    first = desk.row(), desk.row(starts="13:30", ends="17:30", topic="安全和工伤"), desk.row(day=str(later))
    assert desk.week() == ()
    assert [left for _, left in desk.confirmed(*first)] == [False, False]
    assert [(one.starts, one.topic) for one in desk.week()] == [
        (dt.time(8, 30), ""),
        (dt.time(13, 30), "safety"),
    ]
    desk.confirmed(desk.row(desk.second))
    assert [one.person_id for one in desk.week()] == [desk.people[desk.second]]
    assert len(desk.week(roster.monday_of(later))) == 1


def test_nothing_counts_where_one_row_is_wrong_and_each_is_told_by_row_and_column(desk: Desk) -> None:
    past = str(MONDAY - dt.timedelta(days=14))
    found = desk.wrong(
        desk.row(),
        desk.row(department="没有的局"),
        desk.row("nobody"),
        desk.row(starts="上午"),
        desk.row(starts="9:00", ends="10:00"),
        desk.row(desk.second, topic="房屋质量和交房"),
        desk.row(day=past),
        desk.row(topic="修水管"),
    )
    assert found == [
        (3, "部门"), (4, "账号"), (5, "从"), (6, "从"), (7, "专接哪一类"), (8, "日期"), (9, "专接哪一类"),
    ]  # fmt: skip
    assert desk.week() == ()


def test_who_left_their_post_before_the_confirmation_leaves_the_week_as_it_was(desk: Desk) -> None:
    job = desk.brought(desk.row())
    offices.fill_post(act(desk.keeper), desk.id, desk.people[desk.first], PostForm(kinds=[]))
    importing.DESK.confirm(act(desk.keeper), job.id)
    desk.town.pump.run()
    (told,) = importing.DESK.told_of(desk.keeper, job.id)
    assert (told.left, desk.week()) == (True, ())
    assert "不在应答岗" in told.outcome


def test_a_week_holds_so_many_shifts_and_no_more(desk: Desk) -> None:
    book = rostersheets._Book(MONDAY, rostersheets._desks(desk.region, [desk.name]))
    at = book.desks[desk.name]
    full = tuple(Shift(MONDAY, dt.time(8), dt.time(9), str(number)) for number in range(MOST_SHIFTS))
    book.weeks[desk.id, MONDAY] = roster.Roster(at.one.desk, MONDAY, full)
    one = Shift(MONDAY, dt.time(10), dt.time(11), desk.people[desk.first])
    assert [column for column, _ in rostersheets._placed(book, at, one)] == ["day"]


def test_nobody_brings_a_roster_to_another_county(desk: Desk) -> None:
    elsewhere = Town(desk.town.pump)
    with pytest.raises(NotFound):
        importing.DESK.start(act(elsewhere.keeper), "rosters", desk.region, "x.csv", b"a,b\n")


def test_the_keeper_brings_a_file_looks_and_lets_it_count(county: Town) -> None:
    desk = opened(county, "330127", county.officer("330127"))
    window, home = office_of(desk.keeper), "/console/helpdesk/rosters/imports"
    assert f"{home}?region={desk.region}" in window.get("/console/helpdesk/departments").html
    fresh = window.get(f"{home}/new?region={desk.region}")
    headers = {
        "content-type": "application/octet-stream",
        "x-csrf-token": fresh.hidden("csrf"),
        "idempotency-key": fresh.hidden("key"),
        "x-filename": quote("十二月.csv"),
        "accept": "application/json",
    }
    content = sheets.write(sheets.CSV, HEAD, [desk.row()])
    sent = window.send("POST", f"{home}?kind=rosters&region={desk.region}", content, headers)
    job = f"{home}/{json.loads(sent.html)['id']}"
    shown = window.get(job)
    assert "没有问题" in shown.html
    assert desk.week() == ()
    window.act(shown, f"{job}/confirmation")
    desk.town.pump.run()
    assert "已排好，1 个班" in window.get(job).html
    assert len(desk.week()) == 1
