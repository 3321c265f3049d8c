"""Whom the end of an answer concerns: its office before, whoever got it after, a page of persons an event."""

from mashangban.domains.answers import events
from mashangban.domains.answers.repository import pairs, receivers
from mashangban.domains.answers.rules.pair import Pair
from mashangban.identity import service as identity
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, Message, following
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Role, Scope

NOTICES, NOTIFY = "notices", "notices.notify"
_PAGE = 25
_MOST_OFFICERS = 3
_DESKS = {
    0: (Role.PLATFORM_ADMIN, "*"),
    2: (Role.PROVINCE_OFFICER, "region"),
    4: (Role.CITY_OFFICER, "region"),
    6: (Role.COUNTY_OFFICER, "region"),
}


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
    told = tuple(_ended(one, person) for person in page.items)
    data = {"told": len(page.items), "cursor": page.next_cursor or ""}
    pairs.go_on(act, one, following(act, events.PAIR_TOLD, one, Role.SYSTEM, data, told))


def office(one: Pair, kind: str, act: Act, due: str) -> tuple[Message, ...]:
    """Tell the office that keeps a pair."""
    role, scope = _DESKS[len(one.region)]
    people = identity.holders(role, Scope(scope, one.region), act.at)[:_MOST_OFFICERS]
    return tuple(Message(NOTICES, NOTIFY, _for_office(one, kind, person, due)) for person in people)


def _for_office(one: Pair, kind: str, person_id: str, due: str) -> dict[str, object]:
    body: dict[str, object] = {
        "person_id": person_id,
        "kind": kind,
        "values": {"what": one.question, "due": due},
        "link": f"/console/answers/pairs/{one.id}",
        "dedupe": f"{one.id}|{kind}|{one.edition}",
    }
    return body | ({"place": {"region": one.region}} if one.region else {})


def _ended(one: Pair, person_id: str) -> Message:
    body = {
        "person_id": person_id,
        "kind": "answers.ended",
        "values": {"what": one.question},
        "link": "/answers/pages/ask/index",
        "dedupe": f"{one.id}|ended|{one.edition}",
    }
    return Message(NOTICES, NOTIFY, body)
