"""A hall on the console: entered, its day seen, somebody checked in, a paper sent back, a day closed."""

import datetime as dt

import pytest

from mashangban.domains.appointments.console import lines
from mashangban.domains.appointments.errors import HallWrong
from mashangban.domains.appointments.repository import bookings, halls
from mashangban.domains.appointments.schemas import HallForm, HallsQuery
from mashangban.domains.appointments.service import halls as hall_acts
from mashangban.domains.appointments.terms import Call, State, Verdict
from mashangban.kernel import clock
from tests.appointments.conftest import Desk, known
from tests.registry.conftest import officer, person
from tests.workers.office import office_of

HOME = "/console/appointments"
HALL = {
    "name": "样例街道便民中心",
    "region": "330106",
    "address": "文一路 2 号",
    "phone": "0571-12345",
    "latitude": "30.27",
    "longitude": "120.11",
    "periods": "09:00-10:00\n10:00-11:00",
    "matters": "card|补办社保卡|3|身份证、照片|手机上也能补\nfood|开办餐饮店|2",
    "counters": "1号|card、food|开\n2号|card|停",
}


def test_an_office_enters_a_hall_and_closes_a_day(tables: str) -> None:
    window = office_of(known(officer()))
    wrong = window.act(
        window.get(f"{HOME}/halls/new"), f"{HOME}/halls", **HALL | {"matters": "card|补办社保卡|三"}
    )
    assert "要写成" in wrong.html
    assert "文一路 2 号" in wrong.html
    opened = window.act(wrong, f"{HOME}/halls", **HALL)
    hall = halls.get(opened.location.rpartition("/")[2])
    assert (hall.latitude_e6, hall.matters[0].online, hall.counters[1].open) == (
        30_270_000,
        "手机上也能补",
        False,
    )
    where, day = f"{HOME}/halls/{hall.id}", clock.local_date(clock.now()) + dt.timedelta(days=3)
    window.act(window.get(where), f"{where}/days", day=day.isoformat(), opens="no", reason="停电检修")
    shown = window.get(where).html
    assert "停电检修" in shown
    assert f"/j/y/{hall.id}.{hall.matters[0].code}" in shown
    plan = halls.plan(hall.id, day)
    assert plan is not None
    assert not plan.opens


def test_halls_and_what_is_booked_there_can_be_sent_as_cards(tables: str) -> None:
    county = "330127"
    window = office_of(known(officer(county)))
    made = window.act(window.get(f"{HOME}/halls/new"), f"{HOME}/halls", **HALL | {"region": county})
    hall = made.location.rpartition("/")[2]
    cards = f"{HOME}/cards?county={county}"
    assert f'value="hall/{hall}/样例街道便民中心"' in window.get(cards).html
    bookings = window.get(f"{cards}&kind=booking&words=餐饮").html
    assert f'value="booking/{hall}.food/开办餐饮店，样例街道便民中心"' in bookings
    assert "补办社保卡" not in bookings
    assert "没有找到" in window.get(f"{cards}&words=火星").html


def test_what_an_office_wrote_is_read_back_as_it_was() -> None:
    shown = hall_acts.view(
        hall_acts._hall(
            "h1",
            HallForm.model_validate(
                {
                    **{name: HALL[name] for name in ("name", "region", "address", "phone")},
                    "latitude_e6": 1,
                    "longitude_e6": 1,
                    "periods": lines.periods(HALL["periods"]),
                    "matters": lines.matters(HALL["matters"]),
                    "counters": lines.counters(HALL["counters"]),
                }
            ),
        )
    )
    assert lines.written(shown) == {name: HALL[name] for name in ("periods", "matters", "counters")}


@pytest.mark.parametrize(
    ("read", "text"), [(lines.periods, "09:00"), (lines.matters, "card"), (lines.counters, "1号|card|关")]
)
def test_a_line_that_cannot_be_read_is_named(read: object, text: str) -> None:
    with pytest.raises(HallWrong) as refused:
        read(text)  # type: ignore[operator]
    assert refused.value.errors


def test_the_day_lists_who_comes_and_one_visit_is_prepared(tables: str) -> None:
    desk, who = Desk(), known(person())
    one, window = desk.booked(who), office_of(desk.officer)
    day = window.get(f"{HOME}?hall={desk.hall.id}&day={desk.day}")
    assert one.number in day.html
    where = f"{HOME}/visits/{one.id}"
    assert "已留痕" in window.act(window.get(where), f"{where}/contact").html
    window.act(window.get(where), f"{where}/call", heard="giving_up", note="说不来了")
    window.act(window.get(where), f"{where}/papers", number="0", verdict="mend", note="换新证")
    after = bookings.get(one.id)
    assert (after.state, after.call, after.papers[0].verdict) == (State.BOOKED, Call.GIVING_UP, Verdict.MEND)
    early = window.act(window.get(where), f"{where}/arrival")
    assert "这个预约不是今天的" in window.get(early.location).html


def test_a_wrong_code_says_so_and_a_place_of_another_county_is_not_there(tables: str) -> None:
    desk = Desk()
    window, where = office_of(desk.officer), f"{HOME}/halls/{desk.hall.id}"
    said = window.act(window.get(where), f"{where}/arrivals", code="X" * 51)
    assert "签到码无效或已过期" in window.get(said.location).html
    one = desk.booked(known(person()))
    assert office_of(known(officer("330205"))).get(f"{HOME}/visits/{one.id}").status == 404
    assert hall_acts.of_county(HallsQuery(county=desk.hall.region)).items
