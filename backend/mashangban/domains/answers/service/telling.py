"""Whom the end of an answer concerns: its office before, whoever got it after, a page of persons an event."""

from mashangban.domains.answers import events
from mashangban.domains.answers.repository import pairs, receivers
from mashangban.domains.answers.rules.pair import Pair
from mashangban.identity import service as identity
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, Message, following
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Grant, Role, Scope
from mashangban.kernel.telling import Whom, notice

_PAGE = 25
_MOST_OFFICERS = 3


def spread(act: Act, event: Event) -> None:
    """Tell the next page of those who got an answer that it stands no longer; each page sets off the next.

    Told only while nothing new stands in its place: an event brought twice or late says nothing.
    """
    one = pairs.get(event.subject.id)
    if one.version != event.version or one.in_force:
        return
    cursor = str(event.data.get("cursor") or "") or None
    page = receivers.of_pair(one.id, PageRequest(cursor, _PAGE))
    if not page.items:
        return
    data = {"told": len(page.items), "cursor": page.next_cursor or ""}
    pairs.go_on(
        act, one, following(act, events.PAIR_TOLD, one, Role.SYSTEM, data, (_ended(one, page.items),))
    )


def office(one: Pair, kind: str, due: str) -> tuple[Message, ...]:
    """Tell the office that keeps a pair; the platform's own where it is everybody's."""
    office = identity.office_of(one.region) if one.region else Grant(Role.PLATFORM_ADMIN, Scope("*"))
    told = notice(
        Whom(posts=[office], most=_MOST_OFFICERS),
        kind,
        {"what": one.question, "due": due},
        link=f"/console/answers/pairs/{one.id}",
        dedupe=f"{one.id}|{kind}|{one.edition}",
        place={"region": one.region} if one.region else None,
    )
    return (told,)


def _ended(one: Pair, people: list[str]) -> Message:
    return notice(
        Whom(people=people),
        "answers.ended",
        {"what": one.question},
        link="/answers/pages/ask/index",
        dedupe=f"{one.id}|ended|{one.edition}",
    )
