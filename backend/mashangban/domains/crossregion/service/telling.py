"""Whom a step concerns, in which words (templates of the notices room)."""

from collections.abc import Iterable, Mapping

from mashangban.domains.crossregion.rules.affair import Affair
from mashangban.domains.crossregion.rules.alliance import Alliance
from mashangban.domains.crossregion.rules.case import Case
from mashangban.domains.crossregion.terms.cases import PERSON
from mashangban.identity import service as identity
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message

NOTICES, NOTIFY = "notices", "notices.notify"
_DESK = "/console/crossregion/alliances/{}/items?proposed=yes"
_CASE = "/console/crossregion/cases/"
_AFFAIR = "/console/crossregion/affairs/"
_POSTING = "/crossregion/pages/affair/index?own=1&id="
_PHONE = "/crossregion/pages/case/index?id="
_MOST = 2


def zones(act: Act, one: Alliance, regions: Iterable[str], kind: str) -> tuple[Message, ...]:
    """Tell two officers of each zone."""
    link = _DESK.format(one.id)
    return tuple(
        _notice(person, kind, {"name": one.name}, link, region)
        for region in sorted(set(regions))
        for person in _officers(act, region)
    )


def zones_of_affair(act: Act, one: Affair, regions: Iterable[str], what: str) -> tuple[Message, ...]:
    """Tell two officers of each zone what moved in an affair."""
    told = {"name": one.title, "what": what}
    return tuple(
        _notice(person, "crossregion.affair", told, f"{_AFFAIR}{one.id}", region)
        for region in sorted(set(regions))
        for person in _officers(act, region)
    )


def sent(one: Affair, what: str) -> tuple[Message, ...]:
    """Tell whoever is sent to another zone, on their phone, unless they left."""
    if not one.person_id:
        return ()
    told = {"name": one.title, "what": what}
    return (_notice(one.person_id, "crossregion.affair", told, f"{_POSTING}{one.id}", None),)


def charged(act: Act, one: Case, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell whoever has to act now: two officers of the zone, or the person."""
    if one.charge == PERSON:
        return person(one, kind, **values)
    return office(act, one, one.charge, kind, **values) if one.charge else ()


def office(act: Act, one: Case, region: str, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell two officers of a zone."""
    told = {"number": one.number, "what": one.name, **values}
    return tuple(
        _notice(officer, kind, told, f"{_CASE}{one.id}", region) for officer in _officers(act, region)
    )


def person(one: Case, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell whose case it is, unless they left."""
    if not one.person_id:
        return ()
    told = {"number": one.number, "what": one.name, **values}
    return (_notice(one.person_id, kind, told, f"{_PHONE}{one.id}", None),)


def _officers(act: Act, region: str) -> list[str]:
    return identity.officers(region, act.at)[:_MOST]


def _notice(person_id: str, kind: str, values: Mapping[str, str], link: str, region: str | None) -> Message:
    body: dict[str, object] = {
        "person_id": person_id,
        "kind": kind,
        "values": dict(values),
        "link": link,
    }
    if region is not None:
        body["place"] = {"region": region, "orgs": []}
    return Message(NOTICES, NOTIFY, body)
