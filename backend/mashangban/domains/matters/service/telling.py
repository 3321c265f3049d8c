"""Whom a step concerns, in which words (templates of the notices room)."""

from collections.abc import Mapping

from mashangban.domains.matters.rules.matter import Matter
from mashangban.identity import service as identity
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message
from mashangban.kernel.telling import Whom, in_region, notice

_DESK = "/console/matters/"
_PHONE = "/matters/pages/matter/index?id="
_MOST = 2


def person(one: Matter, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell whose matter it is, unless they left."""
    if not one.person_id:
        return ()
    return (_notice(Whom(one.person_id), kind, _words(one, values), f"{_PHONE}{one.id}", one, None),)


def delivered(one: Matter) -> tuple[Message, ...]:
    """Tell that the result is with them or on its way."""
    result = one.outcome.label if one.outcome else ""
    return person(one, "matters.delivered", result=result, state=one.delivery.label)


def office(one: Matter, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell two officers of the office that handles it."""
    return _officers(one, one.region, kind, values)


def others(act: Act, one: Matter, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell two officers who had no part in it: of the office, or of the region above where it has none."""
    here = any(who not in one.parts for who in identity.officers(one.region, act.at))
    return _officers(one, one.region if here else one.region[:-2], kind, values, one.parts)


def writer(one: Matter, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell who wrote the answer to a bad word."""
    link = f"{_DESK}{one.id}"
    return (_notice(Whom(one.answered_by), kind, _words(one, values), link, one, one.region),)


def above(one: Matter, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell two officers of the region above; a province has none."""
    return _officers(one, one.region[:-2], kind, values)


def _officers(
    one: Matter, region: str, kind: str, values: Mapping[str, str], but: frozenset[str] = frozenset()
) -> tuple[Message, ...]:
    if not region:
        return ()
    whom = Whom(posts=[identity.office_of(region)], most=_MOST, but=sorted(but))
    return (_notice(whom, kind, _words(one, values), f"{_DESK}{one.id}", one, region),)


def _words(one: Matter, values: Mapping[str, str]) -> dict[str, str]:
    return {"number": one.number, "what": one.name, **values}


def _notice(
    whom: Whom,
    kind: str,
    values: Mapping[str, str],
    link: str,
    one: Matter,
    region: str | None,
) -> Message:
    place = None if region is None else in_region(region)
    return notice(whom, kind, values, link=link, dedupe=f"{one.id}|{one.version + 1}", place=place)
