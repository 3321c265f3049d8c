"""What may be planned of a merger, who agrees to it, and what posts and kept words become."""

import datetime as dt
from dataclasses import replace

import pytest

from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.rules import uniting as rules
from mashangban.domains.helpdesk.rules.canned import Canned, moved
from mashangban.domains.helpdesk.rules.department import Department, Post
from mashangban.domains.helpdesk.terms import Level, PostKind, TicketTopic

TODAY = dt.date(2026, 11, 27)
TOMORROW = TODAY + dt.timedelta(days=1)
ONE = Department("a", "区人社局", "330110", Level.COUNTY, (TicketTopic.WAGES,))
INTO = Department("b", "区人社和就业局", "330110", Level.COUNTY, (TicketTopic.CONTRACT,))


@pytest.mark.parametrize(
    ("into", "day", "refusal"),
    [
        (ONE, TODAY, errors.WrongMerge),
        (replace(INTO, region="330203"), TODAY, errors.WrongMerge),
        (replace(INTO, into_id="c"), TODAY, errors.WrongMerge),
        (INTO, TODAY, errors.WrongMergeDay),
        (INTO, TODAY + dt.timedelta(days=367), errors.WrongMergeDay),
    ],
)
def test_it_goes_into_a_standing_department_of_its_city_within_a_year(
    into: Department, day: dt.date, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        rules.plan(ONE, into, day, TODAY, "amy")


def test_a_plan_is_made_once_and_taken_back_until_its_day() -> None:
    planned = rules.plan(ONE, INTO, TOMORROW, TODAY, "amy")
    with pytest.raises(errors.MergedAlready):
        rules.plan(planned, INTO, TOMORROW, TODAY, "amy")
    assert rules.take_back(planned) == ONE
    gone, larger = rules.unite(planned, INTO)
    assert larger.topics == (TicketTopic.CONTRACT, TicketTopic.WAGES)
    for one in (ONE, gone):
        with pytest.raises(errors.NothingToTakeBack):
            rules.take_back(one)


def test_a_second_person_agrees_once_and_before_it_is_done() -> None:
    planned = rules.plan(ONE, INTO, TOMORROW, TODAY, "amy")
    with pytest.raises(errors.OwnMerger):
        rules.agree(planned, "amy")
    agreed = rules.agree(planned, "ben")
    assert agreed.agreed
    for one in (ONE, agreed, rules.unite(planned, INTO)[0]):
        with pytest.raises(errors.NothingToAgree):
            rules.agree(one, "ben")
    assert rules.take_back(agreed) == ONE


def test_only_a_second_person_is_offered_to_agree_and_only_while_it_waits() -> None:
    planned = rules.plan(ONE, INTO, TOMORROW, TODAY, "amy")
    assert [rules.may_agree(planned, who) for who in ("amy", "ben")] == [False, True]
    for one in (ONE, rules.agree(planned, "ben"), rules.unite(planned, INTO)[0]):
        assert not rules.may_agree(one, "cat")


def test_kept_words_are_the_other_departments_too_and_the_same_text_is_kept_once() -> None:
    hello = Canned("1", ONE.id, "您好", "您好，请讲")
    assert moved(hello, [Canned("2", INTO.id, "您好", "您好，请问")], INTO.id) == replace(
        hello, owner_id=INTO.id
    )
    assert moved(hello, [Canned("2", INTO.id, "问好", "您好，请讲")], INTO.id).text == ""


def test_who_took_all_of_one_department_takes_no_more_at_the_other() -> None:
    moved = Post("li", ONE.desk, (PostKind.FRONT,))
    assert rules.post(None, moved, ONE, INTO.desk).topics == (TicketTopic.WAGES,)
    held = Post("li", INTO.desk, (PostKind.LEAD,), (TicketTopic.CONTRACT,))
    both = rules.post(held, moved, ONE, INTO.desk)
    assert (both.kinds, both.topics) == (
        (PostKind.LEAD, PostKind.FRONT),
        (TicketTopic.CONTRACT, TicketTopic.WAGES),
    )
    assert rules.post(replace(held, topics=()), moved, ONE, INTO.desk).topics == ()
