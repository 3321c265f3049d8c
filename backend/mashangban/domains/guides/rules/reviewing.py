"""Two hands: whoever wrote at a draft or handed it in can't publish it; a second person does, or returns it. Pure."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from mashangban.domains.guides import errors, events
from mashangban.domains.guides.rules.item import Item
from mashangban.domains.guides.rules.package import Package
from mashangban.domains.guides.terms import GuideShelf, GuideState
from mashangban.kernel.events import Event

Head = TypeVar("Head", Item, Package)
_WRITTEN = {events.ITEM_DRAFTED, events.ITEM_EDITED, events.PACKAGE_DRAFTED, events.PACKAGE_EDITED}
_PUBLISHED = {events.ITEM_PUBLISHED, events.PACKAGE_PUBLISHED}


def shelf(one: Item | Package) -> GuideShelf:
    """Where it lies on its office's desk."""
    return GuideShelf.SUBMITTED if one.handed_by else GuideShelf(one.state.value)


def drafted(one: Head, name: str, by: str) -> Head:
    """With a draft that is also of this hand; what stands keeps its name. Raises InReview."""
    if one.handed_by:
        raise errors.InReview()
    writers = tuple(dict.fromkeys((*one.writers, by)))
    return replace(one, name=one.name if one.edition else name, draft=True, writers=writers)


def forgets(one: Item | Package) -> bool:
    """Whether a draft's head may not know who wrote at it: it was opened before heads kept that, or was imported."""
    return one.draft and not one.writers


def remembered(one: Head, chain: Iterable[Event]) -> Head:
    """With the writers that its events name since it was last published; who imports writes nothing."""
    if not forgets(one):
        return one
    found: list[str] = []
    for event in chain:
        if event.type in _PUBLISHED:
            found.clear()
        elif event.type in _WRITTEN and not event.data.get("brought"):
            found.append(event.actor)
    return replace(one, writers=tuple(dict.fromkeys(found)))


def handed_in(one: Head, by: str) -> Head:
    """With its draft before a second person. Raises InReview, NoDraft."""
    if one.handed_by:
        raise errors.InReview()
    if not one.draft:
        raise errors.NoDraft()
    return replace(one, handed_by=by, returned="")


def sent_back(one: Head, why: str) -> Head:
    """With its draft back on the writer's desk. Raises NotSubmitted."""
    if not one.handed_by:
        raise errors.NotSubmitted()
    return replace(one, handed_by="", returned=why)


def let_stand(one: Head, name: str, by: str) -> Head:
    """With its draft published by somebody who neither wrote at it nor handed it in.

    Raises NoDraft, NotSubmitted, OwnWork.
    """
    if not one.draft:
        raise errors.NoDraft()
    if not one.handed_by:
        raise errors.NotSubmitted()
    if _own(one, by):
        raise errors.OwnWork()
    return published(one, name)


def published(one: Head, name: str) -> Head:
    """With its draft as the next edition."""
    settled = replace(one, writers=(), handed_by="", returned="", why="")
    return replace(settled, name=name, state=GuideState.PUBLISHED, edition=one.edition + 1, draft=False)


def actions(one: Item | Package, person_id: str) -> list[str]:
    """What somebody of the office may do with it now."""
    if one.handed_by:
        found = ["return", *([] if _own(one, person_id) else ["publish"])]
    else:
        found = ["rewrite", *(["submit"] if one.draft else [])]
    return [*found, *(["withdraw"] if one.state is GuideState.PUBLISHED else [])]


def _own(one: Item | Package, person_id: str) -> bool:
    return person_id in (*one.writers, one.handed_by)
