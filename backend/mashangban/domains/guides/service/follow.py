"""Somebody wants to hear when an item changes: told with each new edition and when it stands no longer."""

from mashangban.domains.guides import errors, events
from mashangban.domains.guides.repository import followers
from mashangban.domains.guides.repository import items as repository
from mashangban.domains.guides.rules.item import Item
from mashangban.domains.guides.schemas import GuideFollow
from mashangban.domains.guides.terms import GuideState
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, Message, following
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Role
from mashangban.kernel.telling import Whom, notice

_PAGE = 25
_SECOND = 2
# What is told of a change, while the item is still as the change left it.
_KINDS = {
    events.ITEM_PUBLISHED: ("guides.item-changed", GuideState.PUBLISHED),
    events.ITEM_WITHDRAWN: ("guides.item-withdrawn", GuideState.WITHDRAWN),
}


def keep(act: Act, item_id: str, given: GuideFollow) -> GuideFollow:
    """Hear of an item's changes, or not any more. Raises UnknownItem."""
    if given.on and repository.current(item_id) is None:
        raise errors.UnknownItem()
    followers.keep(act, item_id, on=given.on, answer=given)
    return given


def show(act: Act, item_id: str) -> GuideFollow:
    """Whether one hears of an item's changes."""
    return GuideFollow(on=followers.is_one(item_id, act.actor.person_id))


def spread(act: Act, event: Event) -> None:
    """Tell the next page of those who follow; each page sets off the next. A first edition is news to nobody.

    Told only of what stands last: an event brought late says nothing, one brought twice says the same once.
    """
    change, cursor = str(event.data.get("of") or event.type), str(event.data.get("cursor") or "")
    if change not in _KINDS or (event.type == events.ITEM_TOLD and not cursor):
        return
    kind, state = _KINDS[change]
    one = repository.get(event.subject.id)
    if event.data["edition"] != one.edition or one.state is not state:
        return
    if state is GuideState.PUBLISHED and one.edition < _SECOND:
        return
    _tell(act, one, kind, change, PageRequest(cursor or None, _PAGE))


def _tell(act: Act, one: Item, kind: str, change: str, asked: PageRequest) -> None:
    page = followers.of_item(one.id, asked)
    if not page.items:
        return
    told = (_notice(one, kind, page.items),)
    counted = {"told": len(page.items), "cursor": page.next_cursor or ""}
    data = {"of": change, "edition": one.edition, **counted}
    repository.go_on(act, one, following(act, events.ITEM_TOLD, one, Role.SYSTEM, data, told))


def _notice(one: Item, kind: str, people: list[str]) -> Message:
    return notice(
        Whom(people=people),
        kind,
        {"what": one.name, "why": one.why},
        link=f"/guides/pages/item/index?id={one.id}",
        dedupe=f"{one.id}|{kind}|{one.edition}",
    )
