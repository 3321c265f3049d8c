"""After the answer: stars and their mending, lists and figures, promises, and whoever leaves for good."""

import pytest

from functions.helpdesk_clock import handler as clockwork
from mashangban.domains.helpdesk import errors, events, listeners
from mashangban.domains.helpdesk.repository import tickets
from mashangban.domains.helpdesk.schemas import (
    FiguresQuery,
    PromiseForm,
    RatingCall,
    RatingFinding,
    RatingForm,
    RatingsQuery,
    TicketReason,
    TicketsQuery,
)
from mashangban.domains.helpdesk.service import (
    figures,
    lists,
    offices,
    privacy,
    rating,
)
from mashangban.domains.helpdesk.terms import TicketClass
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.streams import Delivery
from tests.helpdesk.conftest import Town, act
from tests.personal import taken

pytestmark = pytest.mark.usefixtures("quiet_clocks")
WHY = TicketReason(text="已核对考勤")
MONTH = f"{clock.local_date(clock.now()):%Y-%m}"


def test_a_bad_word_is_mended_and_called_by_another(town: Town) -> None:
    one = town.closed()
    rating.rate(act(town.asker), one, RatingForm(stars=1, text="拖了很久"))
    with pytest.raises(errors.RatedAlready):
        rating.rate(act(town.asker), one, RatingForm(stars=5))
    assert town.seen(one, town.boss).actions == ["verify"]
    rating.verify(act(town.boss), one, RatingFinding(founded=True, text="确实超期"))
    rating.mend(act(town.lead), one, WHY)
    called = RatingCall(content=True, text="说可以了")
    with pytest.raises(errors.SameMender):
        rating.call(act(town.lead), one, called)
    rating.call(act(town.boss), one, called)
    shown = town.seen(one).rating
    assert shown is not None
    assert (shown.state, shown.finding, shown.verdict) == ("done", "确实超期", "说可以了")
    assert {found.state for found in shown.clocks} == {"closed"}


def test_a_bad_word_nobody_mends_climbs(town: Town) -> None:
    one = town.closed()
    rating.rate(act(town.asker), one, RatingForm(stars=2))
    town.later(days=40)
    town.pump.run()
    listed = rating.at_place(town.boss, RatingsQuery(where=town.county)).items
    assert [row.climb_label for row in listed if row.ticket_id == one] == ["市级督办"]


def test_lists_and_figures_follow_the_tickets(town: Town) -> None:
    fresh = Town(town.pump)
    done, waiting = fresh.closed(), fresh.taken(fresh.asked())
    rating.rate(act(fresh.asker), done, RatingForm(stars=5))
    for _ in range(2):
        fresh.pump.run()
    at_desk = lists.at_place(fresh.clerk, TicketsQuery(where=fresh.wages)).items
    assert [row.id for row in at_desk] == [waiting]
    assert [row.id for row in lists.in_hand(fresh.clerk, PageRequest()).items] == [waiting]
    assert {row.id for row in lists.mine(fresh.asker, PageRequest()).items} == {done, waiting}
    for where in (fresh.wages, fresh.county):
        found = figures.of_place(fresh.keeper, FiguresQuery(where=where, period=MONTH))
        counts = {row.key: row.value for row in found.counts}
        assert (counts["asked"], counts["answered"], counts["ended"]) == (2, 1, 1)
        assert {row.key: row.percent for row in found.rates}["content"] == 100
    with pytest.raises(NotFound):
        lists.at_place(town.clerk, TicketsQuery(where=fresh.wages))
    with pytest.raises(NotFound):
        figures.of_place(town.keeper, FiguresQuery(where=fresh.county, period=MONTH))


def test_a_city_that_promises_less_time_is_held_to_it(town: Town) -> None:
    fresh = Town(town.pump)
    given = PromiseForm(region=f"{fresh.city}00", times={TicketClass.COMPLAINT: 2})
    for _ in range(2):
        offices.promise(act(fresh.mayor), given)
    for region in (given.region, fresh.county):
        with pytest.raises(NotFound):
            offices.promise(act(fresh.keeper), PromiseForm(region=region, times=given.times))
    assert {line.klass: line.term for line in offices.promised(fresh.county).items}[
        "complaint"
    ] == "2个工作日"
    view = fresh.seen(fresh.asked())
    assert view.deadline is not None
    assert "期限2个工作日" in view.deadline.steps[0].text


def test_nobody_asks_without_end(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tickets, "ASKED_A_DAY", 1)
    who = town.person()
    town.asked(who)
    with pytest.raises(errors.TooManyAsked):
        town.asked(who)


def test_whoever_leaves_for_good_leaves_a_case_and_nothing_of_themselves(town: Town) -> None:
    who = town.person()
    one = town.asked(who, where="二号楼")
    (given,) = taken(privacy.HOLDING, who.person_id)["提问求助和投诉"]
    assert (given["row"]["id"], given["row"]["where"]) == (one, "二号楼")
    for _ in range(2):
        body = {"person_id": who.person_id}
        message = Delivery(
            ids.new_id(), events.FORGET, body, "identity", Subject("person", "x"), 1, clock.now()
        )
        listeners.on_message(message)
    view = town.seen(one, town.clerk)
    assert (view.row.state, view.row.where, view.text) == ("withdrawn", "", "（提问人已注销，文字已删除）")
    assert lists.mine(who, PageRequest()).items == []


def test_the_clock_function_runs(town: Town) -> None:
    clockwork.handler({}, None)
