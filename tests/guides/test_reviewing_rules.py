"""Two hands: what somebody wrote or handed in stands only by a second person's word."""

from dataclasses import replace

import pytest

from mashangban.domains.guides import errors, events
from mashangban.domains.guides.rules import reviewing
from mashangban.domains.guides.rules.item import Item
from mashangban.domains.guides.rules.package import Package
from mashangban.domains.guides.terms import GuideShelf, GuideState
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Event, happened

BLANK = Item("i1", "330106", "code-1", "办执照", GuideState.DRAFT)
WRITTEN = reviewing.drafted(BLANK, "办营业执照", "amy")
WAITS = reviewing.handed_in(WRITTEN, "ben")


def test_what_waits_for_a_second_person_is_changed_and_handed_in_by_nobody() -> None:
    with pytest.raises(errors.InReview):
        reviewing.drafted(WAITS, "改个名", "amy")
    with pytest.raises(errors.InReview):
        reviewing.handed_in(WAITS, "amy")
    assert reviewing.shelf(WAITS) is GuideShelf.SUBMITTED


@pytest.mark.parametrize("who", ["amy", "ben"])
def test_neither_who_wrote_it_nor_who_handed_it_in_publishes_it(who: str) -> None:
    with pytest.raises(errors.OwnWork):
        reviewing.let_stand(WAITS, "办营业执照", who)
    assert "publish" not in reviewing.actions(WAITS, who)


@pytest.mark.parametrize("who", ["amy", "cat"])
def test_whoever_wrote_first_does_not_publish_it_because_another_wrote_last(who: str) -> None:
    both = reviewing.drafted(reviewing.drafted(WRITTEN, "办营业执照", "cat"), "办营业执照", "cat")
    waits = reviewing.handed_in(both, "ben")
    with pytest.raises(errors.OwnWork):
        reviewing.let_stand(waits, "办营业执照", who)
    assert "publish" not in reviewing.actions(waits, who)
    assert reviewing.drafted(reviewing.let_stand(waits, "办营业执照", "dan"), "新", "eve").writers == ("eve",)


def test_a_third_person_publishes_it_and_nothing_of_the_review_is_left() -> None:
    stands = reviewing.let_stand(WAITS, "办营业执照", "cat")
    assert (stands.state, stands.edition, stands.draft) == (GuideState.PUBLISHED, 1, False)
    assert (stands.writers, stands.handed_by, stands.returned) == ((), "", "")
    assert reviewing.actions(stands, "cat") == ["rewrite", "withdraw"]


def test_a_draft_that_nobody_handed_in_is_not_published() -> None:
    with pytest.raises(errors.NotSubmitted):
        reviewing.let_stand(WRITTEN, "办营业执照", "cat")
    with pytest.raises(errors.NotSubmitted):
        reviewing.sent_back(WRITTEN, "没提交过")
    with pytest.raises(errors.NoDraft):
        reviewing.handed_in(replace(WRITTEN, draft=False), "amy")


def test_what_came_back_says_why_until_it_is_handed_in_again() -> None:
    back = reviewing.sent_back(WAITS, "电话写错了")
    assert (back.returned, reviewing.actions(back, "amy")) == ("电话写错了", ["rewrite", "submit"])
    mended = reviewing.drafted(back, "办营业执照", "amy")
    assert mended.returned == "电话写错了"
    assert reviewing.handed_in(mended, "amy").returned == ""


def test_the_next_edition_of_what_stands_keeps_its_name_until_it_is_published() -> None:
    stands = reviewing.let_stand(WAITS, "办营业执照", "cat")
    again = reviewing.drafted(stands, "办执照（新）", "amy")
    assert (again.name, again.state) == ("办营业执照", GuideState.PUBLISHED)
    waits = reviewing.handed_in(again, "amy")
    assert reviewing.actions(waits, "cat") == ["return", "publish", "withdraw"]
    assert reviewing.let_stand(waits, "办执照（新）", "cat").name == "办执照（新）"


def test_a_package_goes_through_the_same_hands() -> None:
    package = reviewing.drafted(Package("p1", "330106", "开店", GuideState.DRAFT), "我要开店", "amy")
    with pytest.raises(errors.OwnWork):
        reviewing.let_stand(reviewing.handed_in(package, "amy"), "我要开店", "amy")
    assert reviewing.let_stand(reviewing.handed_in(package, "amy"), "我要开店", "ben").edition == 1


def said(kind: str, actor: str, **data: object) -> Event:
    return replace(happened(system_act("tests"), kind, BLANK.subject, data), actor=actor)


def test_a_draft_opened_before_heads_kept_their_writers_learns_them_from_its_events() -> None:
    chain = [
        said(events.ITEM_DRAFTED, "old"),
        said(events.ITEM_PUBLISHED, "dan"),
        said(events.ITEM_EDITED, "amy"),
        said(events.ITEM_EDITED, "file", brought=True),
        said(events.ITEM_EDITED, "cat"),
        said(events.ITEM_EDITED, "amy"),
    ]
    forgetful = replace(BLANK, draft=True)
    assert reviewing.remembered(forgetful, chain).writers == ("amy", "cat")
    assert reviewing.remembered(WRITTEN, chain) == WRITTEN
    stands = replace(BLANK, draft=False)
    assert reviewing.remembered(stands, chain) == stands
