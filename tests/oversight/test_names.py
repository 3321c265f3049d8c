"""The names of boards are those of the domains themselves."""

import pytest

from mashangban.domains.arrears.rules import board as arrears
from mashangban.domains.payments.rules import board as payments
from mashangban.domains.wages.rules import board as wages
from mashangban.domains.wages.terms import AGREED
from mashangban.processes.oversight import rules
from mashangban.processes.oversight.rules import Spot
from mashangban.processes.oversight.terms import CONFIRMED, Source
from tests.oversight.test_rules import EMPTY

MONTH = "2026-11"


PLACES = (("region", "3301"), ("project", "p1"))


def test_wages_name_their_months_so() -> None:
    for kind, place in PLACES:
        assert rules.names(Spot(kind, place, MONTH))[Source.WAGES] == wages.name(MONTH, place)


def test_attendance_names_its_months_so() -> None:
    attendance = pytest.importorskip("mashangban.domains.attendance.rules.board")
    for kind, place in PLACES:
        own = attendance.region_board if kind == "region" else attendance.project_board
        assert rules.names(Spot(kind, place, MONTH))[Source.ATTENDANCE] == own(place, MONTH)


def test_payments_count_by_region_and_project() -> None:
    names = [name for name, _ in payments.boards_of("330106", "p1")]
    wanted = [Spot("region", region, MONTH) for region in ("33", "3301", "330106")]
    spots = [*wanted, Spot("project", "p1", MONTH)]
    assert names == [rules.names(spot)[Source.PAYMENTS] for spot in spots]


def row() -> arrears.Listed:
    """A late month of pay at a project, as arrears lists it."""
    shown, counted = {"employer_id": "u1"}, {arrears.LATE: 1, "level.red": 1, arrears.MONEY: 3000}
    return arrears.Listed("pay", "e1", 1, "who", "p1", "330106", "red", MONTH, shown, counted)


def test_arrears_count_by_region_and_project() -> None:
    names = [name for name, _ in arrears.boards_of(row())]
    wanted = [Spot("region", region, MONTH) for region in ("33", "3301", "330106")]
    spots = [*wanted, Spot("project", "p1", MONTH)]
    assert names == [rules.names(spot)[Source.ARREARS] for spot in spots]


def test_what_arrears_counts_is_read_as_late_months_money_and_complaints() -> None:
    counted = {**row().counted, arrears.COMPLAINED: 2, "complaint.closed": 5}
    found = rules.figures({**EMPTY, Source.ARREARS: counted})
    assert (found.late, found.late_fen, found.complaints) == (1, 3000, 2)
    for _, part in arrears.boards_of(row()):
        board = arrears.with_part(row().counted, part)
        assert [one.late for one in rules.parts({**EMPTY, Source.ARREARS: board})] == [1]


def test_a_unit_is_what_wages_and_arrears_count_for_an_employer() -> None:
    told = {"state.confirmed": 2, "fen.confirmed": 500, "state.shown": 1, "fen.shown": 100}
    boards = {**EMPTY, Source.WAGES: wages.with_employer(told, "u1")}
    boards[Source.ARREARS] = arrears.with_part(row().counted, "u1")
    assert rules.units(boards) == [rules.UnitFigures("u1", 3, 600, 2, 1)]


def test_wages_say_whose_worker_agreed() -> None:
    assert set(CONFIRMED) == {one.value for one in AGREED}
