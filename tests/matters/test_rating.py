"""好差评 of a matter: once after its end, a bad word is a task of the office with a clock, answered to the person."""

import datetime as dt
from dataclasses import replace

import pytest

from mashangban.deadlines import service as deadlines
from mashangban.domains.matters import errors, events
from mashangban.domains.matters.models import MatterDeadlineRecord
from mashangban.domains.matters.repository import rated
from mashangban.domains.matters.rules import acting, clocks, figures, matter, rating
from mashangban.domains.matters.rules.figures import ItemMonth
from mashangban.domains.matters.schemas.matters import MatterDeskQuery, MatterMonthQuery, MatterSaid
from mashangban.domains.matters.schemas.ratings import MatterRating
from mashangban.domains.matters.service import climbing, forgetting, lists
from mashangban.domains.matters.service import rating as service
from mashangban.domains.matters.terms import Counted, Stage
from mashangban.identity import service as identity
from mashangban.kernel.acts import system_act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Role
from mashangban.kernel.stars import Stars
from tests.matters.conftest import ITEM, Office, head
from tests.matters.test_matters import letters
from tests.matters.test_rules import ACCEPTED, AT, DECIDED, NEW, SUBMITTED
from tests.registry.conftest import officer
from tests.told import all_told
from tests.workers.office import office_of

DELIVERED = matter.deliver(DECIDED, "", AT)
REFUSED = matter.refuse(SUBMITTED, "第三条", "boss", AT)
DAY = dt.timedelta(days=1)


def ended(office: Office) -> str:
    """Accepted, decided, its decision printed: the result is on the phone."""
    matter_id = office.accepted()
    office.decide(matter_id)
    office.print(matter_id)
    return matter_id


def rate(office: Office, matter_id: str, stars: int, text: str = "") -> None:
    service.rate(office.act(office.person), matter_id, MatterRating(stars=stars, text=text))


def told(matter_id: str, kind: str) -> list[str]:
    """Who hears of the matter's last step in words of a kind."""
    return all_told(one for one in letters(matter_id, "notices.notify") if one["kind"] == kind)


@pytest.mark.parametrize("one", [DELIVERED, REFUSED])
def test_what_was_given_or_refused_may_be_rated_for_thirty_days_and_once(one: matter.Matter) -> None:
    assert rating.ratable(one, AT + 30 * DAY - dt.timedelta(seconds=1))
    with pytest.raises(errors.NotRatable):
        rating.rate(one, Stars.GOOD, AT + 30 * DAY)
    given = rating.rate(one, Stars.GOOD, AT)
    with pytest.raises(errors.RatedAlready):
        rating.rate(given, Stars.VERY_BAD, AT)


@pytest.mark.parametrize(
    "one", [NEW, SUBMITTED, ACCEPTED, DECIDED, matter.withdraw(ACCEPTED), replace(DELIVERED, person_id="")]
)
def test_nothing_is_rated_before_its_end_or_by_nobody(one: matter.Matter) -> None:
    with pytest.raises(errors.NotRatable):
        rating.rate(one, Stars.GOOD, AT)


@pytest.mark.parametrize("stars", list(Stars))
def test_only_the_two_lowest_words_are_a_task_with_fifteen_working_days(stars: Stars) -> None:
    given = rating.rate(replace(DELIVERED, late=True), stars, AT)
    running, bad = clocks.running(given, ITEM), stars <= 2
    assert (running is not None, given.stage is Stage.MEND, "mend" in acting.office(given, "clerk")) == (
        bad,
    ) * 3
    assert given.late is not bad
    if running is None:
        with pytest.raises(errors.WrongStep):
            rating.mend(given, "clerk", AT)
        return
    # From Monday the 23rd: the fifteenth working day is Monday, 14 December.
    assert deadlines.due_time_of(running).label == "12月14日（周一）24:00前"
    answered = rating.mend(given, "clerk", AT)
    assert (clocks.running(answered, ITEM), answered.stage) == (running, Stage.CONFIRM)
    mended = rating.confirm(answered, "third", AT)
    assert (clocks.running(mended, ITEM), mended.stage, acting.office(mended, "fourth")) == (None, None, [])
    with pytest.raises(errors.WrongStep):
        rating.mend(mended, "clerk", AT)


def answered_by(one: matter.Matter, writer: str) -> matter.Matter:
    return rating.mend(rating.rate(one, Stars.BAD, AT), writer, AT)


@pytest.mark.parametrize(
    ("one", "hands"),
    [
        (
            replace(DELIVERED, checked_by="looked", accepted_by="clerk", decided_by="boss"),
            "looked clerk boss",
        ),
        (REFUSED, "boss"),
    ],
)
def test_who_handled_a_matter_or_wrote_the_answer_neither_confirms_nor_sends_back(
    one: matter.Matter, hands: str
) -> None:
    answered = answered_by(one, "writer")
    for who in (*hands.split(), "writer"):
        assert acting.office(answered, who) == []
        with pytest.raises(errors.SameMender):
            rating.confirm(answered, who, AT)
        with pytest.raises(errors.SameMender):
            rating.send_back(answered, who)
    assert acting.office(answered, "another") == ["confirm", "send_back"]
    assert rating.confirm(answered, "another", AT).mended_by == "another"


def test_an_answer_that_was_sent_back_is_written_anew_and_the_clock_has_gone_on() -> None:
    answered = replace(answered_by(DELIVERED, "writer"), late=True)
    back = rating.send_back(answered, "another")
    assert (back.stage, back.late, acting.office(back, "writer")) == (Stage.MEND, True, ["mend"])
    assert clocks.running(back, ITEM) == clocks.running(answered, ITEM)
    with pytest.raises(errors.WrongStep):
        rating.confirm(back, "another", AT)
    with pytest.raises(errors.WrongStep):
        rating.mend(answered, "writer", AT)


def test_who_wrote_an_answer_that_was_sent_back_has_no_say_about_the_next_ones() -> None:
    back = rating.send_back(answered_by(DELIVERED, "writer"), "another")
    second = rating.mend(back, "second", AT)
    assert [acting.office(second, who) for who in ("writer", "second", "another")] == [
        [],
        [],
        ["confirm", "send_back"],
    ]
    with pytest.raises(errors.SameMender):
        rating.confirm(second, "writer", AT)
    third = rating.mend(rating.send_back(second, "another"), "another", AT)
    for who in ("writer", "second", "another"):
        with pytest.raises(errors.SameMender):
            rating.send_back(third, who)
    assert rating.confirm(third, "fresh", AT).mended_by == "fresh"


def test_a_month_knows_how_people_rated_an_item() -> None:
    def counted(stars: int) -> dict[Counted, int]:
        return figures.counts(
            following(system_act("tests", AT), events.RATED, NEW, Role.PERSON, {"stars": stars})
        )

    assert counted(2) == {Counted.RATED: 1, Counted.STARS: 2}
    assert counted(3) == {Counted.RATED: 1, Counted.STARS: 3, Counted.CONTENT: 1}
    month = ItemMonth("i", {Counted.RATED: 3, Counted.STARS: 10, Counted.CONTENT: 2})
    assert (month.average_stars, month.content_percent) == (3.3, 67)
    assert (ItemMonth("i").average_stars, ItemMonth("i").content_percent) == (None, None)


@pytest.mark.usefixtures("quiet_clocks")
def test_a_bad_word_is_mended_by_one_confirmed_by_another_and_then_answered(office: Office) -> None:
    matter_id, third = ended(office), officer()
    assert "rate" in lists.show_own(office.act(office.person), matter_id).actions
    rate(office, matter_id, 1, "跑了三趟")
    waiting = MatterDeskQuery(region=head(matter_id).region, stage=Stage.MEND)
    assert [one.id for one in lists.at_desk(office.clerk, waiting).items] == [matter_id]
    due = head(matter_id).due_at
    assert due is not None
    deadlines.sweep(MatterDeadlineRecord, due + dt.timedelta(minutes=1), climbing.fire)
    assert head(matter_id).late
    clerk = office_of(office.clerk)
    shown = clerk.get(f"/console/matters/{matter_id}")
    assert "跑了三趟" in shown.html
    clerk.act(shown, f"/console/matters/{matter_id}/mending", said="改了")
    unread = lists.show_own(office.act(office.person), matter_id).rating
    assert unread is not None
    assert (unread.open, unread.answer) == (True, "")
    mine = clerk.get(f"/console/matters/{matter_id}")
    assert ("改了" in mine.html, f"{matter_id}/mending/confirmation" in mine.html) == (True, False)
    other = office_of(third)
    shown = other.get(f"/console/matters/{matter_id}")
    other.act(shown, f"/console/matters/{matter_id}/mending/return", said="没说改了什么")
    assert told(matter_id, "matters.mend-again") == [office.clerk.person_id]
    shown = clerk.get(f"/console/matters/{matter_id}")
    assert "没说改了什么" in shown.html
    clerk.act(shown, f"/console/matters/{matter_id}/mending", said="已改成网上补，不用再跑")
    assert head(matter_id).due_at == due
    other.act(
        other.get(f"/console/matters/{matter_id}"), f"/console/matters/{matter_id}/mending/confirmation"
    )
    assert told(matter_id, "matters.mended") == [office.person.person_id]
    seen = lists.show_own(office.act(office.person), matter_id)
    assert seen.rating is not None
    assert (seen.rating.text, seen.rating.answer, seen.rating.open) == (
        "跑了三趟",
        "已改成网上补，不用再跑",
        False,
    )
    assert "没说改了什么" not in seen.rating.model_dump_json()
    assert (seen.row.late, seen.row.due_at, "rate" in seen.actions) == (False, None, False)
    assert lists.at_desk(office.clerk, waiting).items == []
    office.count(matter_id)
    query = MatterMonthQuery(region=head(matter_id).region)
    (month,) = (one for one in lists.month(office.act(office.clerk), query) if one.item_id == office.item_id)
    assert (month.rated, month.average_stars, month.content_percent) == (1, 1.0, 0)
    assert "1 人，满意 0%" in clerk.get("/console/matters/months").html


@pytest.mark.parametrize(("more", "heard"), [(["third"], ["third"]), ([], ["above"])])
def test_who_had_no_part_hears_of_an_answer_and_without_such_the_region_above(
    office: Office, monkeypatch: pytest.MonkeyPatch, more: list[str], heard: list[str]
) -> None:
    matter_id = ended(office)
    rate(office, matter_id, 2)
    county = head(matter_id).region
    hands = [office.clerk.person_id, office.decider.person_id]
    known = {county: [*hands, *more], county[:-2]: [hands[0], "above"]}
    monkeypatch.setattr(identity, "officers", lambda region, _: known[region])
    monkeypatch.setattr(identity, "all_holders", lambda held, _: iter(known[held.scope.value]))
    service.mend(office.act(office.clerk), matter_id, MatterSaid(said="改了"))
    assert told(matter_id, "matters.to-confirm") == heard


def test_when_all_of_an_office_wrote_answers_the_region_above_hears_and_may_confirm(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    matter_id, second = ended(office), officer()
    rate(office, matter_id, 2)
    county = head(matter_id).region
    city = officer(county[:-2])
    known = {county: [office.clerk.person_id, second.person_id], county[:-2]: [city.person_id]}
    monkeypatch.setattr(identity, "officers", lambda region, _: known[region])
    monkeypatch.setattr(identity, "all_holders", lambda held, _: iter(known[held.scope.value]))
    service.mend(office.act(office.clerk), matter_id, MatterSaid(said="改了"))
    assert told(matter_id, "matters.to-confirm") == [second.person_id]
    service.send_back(office.act(second), matter_id, MatterSaid(said="没说改了什么"))
    service.mend(office.act(second), matter_id, MatterSaid(said="改成网上补"))
    assert told(matter_id, "matters.to-confirm") == [city.person_id]
    assert head(matter_id).once_wrote == (office.clerk.person_id,)
    with pytest.raises(errors.SameMender):
        service.confirm(office.act(office.clerk), matter_id)
    service.confirm(office.act(city), matter_id)
    assert head(matter_id).mended_by == city.person_id


def test_nobody_else_rates_a_matter_and_what_was_written_goes_with_its_person(office: Office) -> None:
    matter_id = ended(office)
    with pytest.raises(NotFound):
        service.rate(office.act(office.clerk), matter_id, MatterRating(stars=1))
    rate(office, matter_id, 2, "态度不好")
    forgetting.forget(system_act("tests"), office.person.person_id)
    left = head(matter_id)
    assert (left.stage, left.due_at, left.stars) == (None, None, Stars.BAD)
    assert rated.get(left.subject).said == ""
    with pytest.raises(errors.WrongStep):
        service.mend(office.act(office.clerk), matter_id, MatterSaid(said="改了"))
