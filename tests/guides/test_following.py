"""Whoever follows an item hears of each new edition and of its end, once; who stopped, or left, hears nothing."""

import json

import pytest

from mashangban.domains.guides import errors, events, listeners
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.repository import followers
from mashangban.domains.guides.repository import items as repository
from mashangban.domains.guides.schemas import GuideFollow, GuideWithdrawal
from mashangban.domains.guides.service import follow, items, privacy
from mashangban.kernel import clock, crypto, history, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Subject, letters
from mashangban.kernel.permissions import Principal
from mashangban.kernel.streams import Delivery
from tests.guides.conftest import Bureau, written
from tests.personal import taken
from tests.registry.conftest import person


def follows(who: Principal, item_id: str, *, on: bool = True) -> None:
    follow.keep(Act(who, clock.now()), item_id, GuideFollow(on=on))


def told(item_id: str) -> list[tuple[str, str]]:
    """Let the item's events reach the listener until they set off nothing more; gives whom it told what."""
    subject, seen = repository.get(item_id).subject, 0
    while seen < len(log := history.of(TABLE, subject)):
        for event in log[seen:]:
            listeners.on_event(event)
        seen = len(log)
    bodies = [
        json.loads(crypto.unseal(one["body"], one["context"]))
        for item in history.items_of(TABLE, subject)
        for one in letters(item)
    ]
    return [(who, one["kind"].removeprefix("guides.")) for one in bodies for who in one["people"]]


def test_a_new_edition_and_the_end_are_told_to_whoever_follows(bureau: Bureau) -> None:
    made, who, gone = bureau.published(), person(), person()
    follows(who, made)
    follows(gone, made)
    follows(gone, made, on=False)
    assert told(made) == []
    items.edit(bureau.act(), made, written(promised_days=3))
    bureau.publish(made)
    assert told(made) == [(who.person_id, "item-changed")]
    items.withdraw(bureau.act(), made, GuideWithdrawal(why="并入一件事"))
    assert told(made)[-1] == (who.person_id, "item-withdrawn")
    assert history.is_unbroken(history.of(TABLE, repository.get(made).subject))


def test_more_followers_than_a_page_are_all_told(bureau: Bureau) -> None:
    made, people = bureau.published(), [person() for _ in range(30)]
    for who in people:
        follows(who, made)
    items.edit(bureau.act(), made, written(promised_days=3))
    bureau.publish(made)
    assert sorted({name for name, _ in told(made)}) == sorted(one.person_id for one in people)


def test_nobody_follows_what_is_not_published(bureau: Bureau) -> None:
    with pytest.raises(errors.UnknownItem):
        follows(person(), bureau.drafted())


def test_who_left_for_good_is_in_no_list(bureau: Bureau) -> None:
    made, who = bureau.published(), person()
    follows(who, made)
    assert taken(privacy.HOLDING, who.person_id)["关注的办事指南"] == [{"item_id": made}]
    body = {"person_id": who.person_id}
    listeners.on_message(
        Delivery(ids.new_id(), events.FORGET, body, "identity", Subject("elsewhere", "1"), 1, clock.now())
    )
    assert not followers.is_one(made, who.person_id)
