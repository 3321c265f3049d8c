"""The names of boards are those of the domains themselves."""

import pytest

from mashangban.domains.payments.rules import board as payments
from mashangban.domains.wages.rules import board as wages
from mashangban.processes.oversight import rules
from mashangban.processes.oversight.rules import Spot
from mashangban.processes.oversight.terms import Source

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
