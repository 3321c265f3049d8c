"""Whom a step concerns, in which words (templates of the notices room)."""

from collections.abc import Iterable, Mapping

from mashangban.domains.crossregion.rules.affair import Affair
from mashangban.domains.crossregion.rules.alliance import Alliance
from mashangban.domains.crossregion.rules.case import Case
from mashangban.domains.crossregion.terms.cases import PERSON
from mashangban.identity import service as identity
from mashangban.kernel.events import Message
from mashangban.kernel.telling import Whom, in_region, notice

_DESK = "/console/crossregion/alliances/{}/items?proposed=yes"
_CASE = "/console/crossregion/cases/"
_AFFAIR = "/console/crossregion/affairs/"
_POSTING = "/crossregion/pages/affair/index?own=1&id="
_PHONE = "/crossregion/pages/case/index?id="
_MOST = 2


def zones(one: Alliance, regions: Iterable[str], kind: str) -> tuple[Message, ...]:
    """Tell two officers of each zone."""
    link = _DESK.format(one.id)
    told = {"name": one.name}
    return tuple(_notice(_officers(zone), kind, told, link, zone) for zone in sorted(set(regions)))


def zones_of_affair(one: Affair, regions: Iterable[str], what: str) -> tuple[Message, ...]:
    """Tell two officers of each zone what moved in an affair."""
    told = {"name": one.title, "what": what}
    return tuple(
        _notice(_officers(zone), "crossregion.affair", told, f"{_AFFAIR}{one.id}", zone)
        for zone in sorted(set(regions))
    )


def sent(one: Affair, what: str) -> tuple[Message, ...]:
    """Tell whoever is sent to another zone, on their phone, unless they left."""
    if not one.person_id:
        return ()
    told = {"name": one.title, "what": what}
    return (_notice(Whom(one.person_id), "crossregion.affair", told, f"{_POSTING}{one.id}", None),)


def charged(one: Case, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell whoever has to act now: two officers of the zone, or the person."""
    if one.charge == PERSON:
        return person(one, kind, **values)
    return office(one, one.charge, kind, **values) if one.charge else ()


def office(one: Case, region: str, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell two officers of a zone."""
    told = {"number": one.number, "what": one.name, **values}
    return (_notice(_officers(region), kind, told, f"{_CASE}{one.id}", region),)


def seen(one: Case, sender: str) -> tuple[Message, ...]:
    """Tell identity that whose case it is came in person, when the window that took it in sends it on: their account
    does not sleep. (Taking it in has no room left for a message within its write units.)"""
    if sender != one.window or not one.person_id:
        return ()
    return (Message("identity", "identity.seen", {"person_id": one.person_id}),)


def person(one: Case, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell whose case it is, unless they left."""
    if not one.person_id:
        return ()
    told = {"number": one.number, "what": one.name, **values}
    return (_notice(Whom(one.person_id), kind, told, f"{_PHONE}{one.id}", None),)


def _officers(region: str) -> Whom:
    return Whom(posts=[identity.office_of(region)], most=_MOST)


def _notice(whom: Whom, kind: str, values: Mapping[str, str], link: str, region: str | None) -> Message:
    place = None if region is None else in_region(region)
    return notice(whom, kind, values, link=link, place=place)
