"""An act names posts; whoever holds one when the message is heard is told, once, however many they are."""

import pytest
from pydantic import ValidationError

from mashangban.kernel import ids, pagination
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from mashangban.notices.schemas import Notify
from mashangban.notices.service import inbox
from tests.notices.conftest import NOON, deliver, held, message
from tests.told import told


@pytest.fixture
def office(tables: str) -> Grant:
    """A post of this test alone."""
    return Grant(Role.OPERATOR, Scope("org", ids.new_id()))


def some(number: int) -> list[str]:
    return [ids.new_id() for _ in range(number)]


def unread(person: str) -> int:
    return inbox.summary(Principal(person, "")).unread


def test_everybody_at_a_post_is_told_once_page_by_page_however_often_it_is_brought(
    office: Grant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pagination, "MAX_LIMIT", 2)
    people = held(office, *some(7))
    brought = message(people[0], posts=[str(office)], people=[people[1]])
    for _ in range(2):
        deliver(brought)
    assert [unread(one) for one in people] == [1] * 7


def test_who_came_after_the_act_is_told_and_who_left_before_it_was_heard_is_not(office: Grant) -> None:
    (gone,), (stays,) = held(office, *some(1), until=NOON), held(office, *some(1))
    deliver(message(ids.new_id(), posts=[str(office)]))
    assert (unread(gone), unread(stays)) == (0, 1)


def test_so_many_of_each_post_are_told_and_who_is_left_out_takes_no_place(office: Grant) -> None:
    first, second, third = held(office, *some(3))
    other = Grant(Role.ENTERPRISE_ADMIN, office.scope)
    held(other, first, third)
    body = {"kind": "test.news", "posts": [str(office), str(other)], "most": 1}
    assert told(body) == [first]
    assert told({**body, "but": [first]}) == [second, third]


def test_somebody_with_two_grants_of_a_post_takes_one_place(office: Grant) -> None:
    first, second = sorted(some(2))
    held(office, first, first, second)
    assert told({"kind": "test.news", "posts": [str(office)], "most": 2}) == [first, second]


@pytest.mark.parametrize("who", [{}, {"people": []}, {"posts": ["operator"]}, {"posts": ["king@region:33"]}])
def test_a_message_that_names_nobody_or_no_post_is_a_fault(who: dict[str, list[str]]) -> None:
    with pytest.raises(ValidationError):
        Notify.model_validate({"kind": "test.news", **who})
