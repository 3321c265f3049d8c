"""Conversations in figures: what each counts, how boards stand by place and period, and the report as a file."""

import csv
import datetime as dt
from dataclasses import replace

import pytest

from mashangban.domains.helpdesk.repository import ratings, rows, talks
from mashangban.domains.helpdesk.rules import rating as rating_rules
from mashangban.domains.helpdesk.rules import talk as rules
from mashangban.domains.helpdesk.rules import talk_tally, tally
from mashangban.domains.helpdesk.rules.talk import Talk
from mashangban.domains.helpdesk.schemas import FiguresQuery, RatingForm
from mashangban.domains.helpdesk.service import figures, rating, reporting, talking
from mashangban.domains.helpdesk.terms import TicketTopic
from mashangban.domains.helpdesk.terms.talking import Side
from mashangban.kernel import clock
from mashangban.kernel.stars import Stars
from tests.helpdesk.conftest import Town, act
from tests.helpdesk.talks import begun, on_duty, say
from tests.helpdesk.tickets import HERE, NOW, THERE

pytestmark = pytest.mark.usefixtures("quiet_clocks")
MONTH = f"{clock.local_date(clock.now()):%Y-%m}"


def waiting() -> Talk:
    return Talk("k", "330106", "asker", TicketTopic.WAGES, NOW, HERE, HERE, NOW)


def later(seconds: int) -> dt.datetime:
    return NOW + dt.timedelta(seconds=seconds)


def test_what_goes_on_counts_nothing_and_what_ended_counts_its_times() -> None:
    talk = rules.take(waiting(), "agent", later(40))
    talk = rules.say(talk, Side.ASKER, later(50))
    talk = rules.say(rules.say(talk, Side.AGENT, later(70)), Side.AGENT, later(200))
    assert talk_tally.of_talk(talk).counted == {}
    assert talk_tally.of_talk(rules.end(talk, later(640))).counted == {
        "t.ended": 1,
        "t.topic.wages": 1,
        "t.taken": 1,
        "t.wait": 40,
        "t.soon": 1,
        "t.answered": 1,
        "t.first": 70,
        "t.length": 600,
    }


def test_who_went_away_before_anybody_came_is_counted_as_missed() -> None:
    counted = talk_tally.of_talk(rules.end(waiting(), later(300))).counted
    assert counted["t.missed"] == 1
    assert "t.taken" not in counted


def test_a_conversation_that_was_passed_on_counts_where_it_ended() -> None:
    moved = rules.hand_over(rules.take(waiting(), "agent", later(61)), "agent", THERE, later(80))
    row = talk_tally.of_talk(rules.to_ticket(moved, "t", later(90)))
    assert row.desk_id == THERE.id
    assert (row.counted["t.moved"], row.counted["t.ticket"], "t.soon" in row.counted) == (1, 1, False)


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (dt.date(2026, 11, 26), ("2026-W47", "2026-10", "2025")),
        (dt.date(2027, 1, 1), ("2026-W52", "2026-12", "2026")),
    ],
)
def test_the_periods_before_those_of_a_day(day: dt.date, before: tuple[str, str, str]) -> None:
    assert tally.periods_before(day) == before


def talked(county: Town, stars: int) -> str:
    who = county.person()
    one = begun(county, who)
    say(county, one, county.clerk, "请说一下工地")
    talking.end(act(who), one)
    rating.rate_talk(act(who), one, RatingForm(stars=stars))
    return one


def test_boards_follow_the_conversations_and_a_rebuild_gives_the_same(county: Town) -> None:
    on_duty(county, county.clerk)
    ended = [talked(county, 5), talked(county, 1)]
    goes_on = begun(county, county.asker)
    county.pump.run()
    county.pump.run()
    for where in (county.wages, county.county, county.city):
        actor = county.mayor if where == county.city else county.keeper
        shown = figures.of_place(actor, FiguresQuery(where=where, period=MONTH)).talks
        assert {row.key: row.value for row in shown.counts} == {"ended": 2, "missed": 0}
        rates = {row.key: (row.value, row.of) for row in shown.rates}
        assert (rates["taken"], rates["content"], rates["mended"]) == ((2, 2), (1, 2), (0, 1))
        assert [(row.key, row.value) for row in shown.topics if row.value] == [("wages", 2)]
        assert {row.of for row in shown.times} == {2}
    board = f"region:{county.county}:{MONTH}"
    anew = [
        *(talk_tally.of_talk(talks.get(one)) for one in (*ended, goes_on)),
        *(tally.of_rating(ratings.get(one)) for one in ended),
    ]
    kept = {key: n for key, n in rows.counters(board).items() if n}
    assert tally.summed(anew, board) == kept


def test_the_report_has_a_line_a_department_with_conversations_and_their_topics(county: Town) -> None:
    on_duty(county, county.clerk)
    talked(county, 4)
    county.pump.run()
    given = FiguresQuery(where=county.county, period=MONTH)
    lines = reporting.report(county.keeper, given, "csv").decode("utf-8-sig").splitlines()
    head, *found = csv.reader(lines)
    assert {len(row) for row in found} == {len(head)}
    wages = next(dict(zip(head, row, strict=True)) for row in found if row[0] == "区人社局")
    assert (wages["对话"], wages["对话：工资"], wages["对话满意率"]) == ("1", "1", "100%（1/1）")
    assert wages["平均多久说第一句（秒）"].isdecimal()
    assert found[-1][head.index("对话")] == "1"


def test_a_department_that_was_judged_badly_for_a_conversation_shows_no_bad_ticket() -> None:
    ended = rules.end(replace(waiting(), asker_id="a"), later(9))
    row = tally.of_rating(rating_rules.rate_talk(ended, Stars.VERY_BAD, (), NOW))
    assert row.counted == {"t.rated": 1, "t.stars.1": 1, "t.bad": 1}
