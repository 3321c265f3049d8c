"""A paper that the province's licence library answers for: what a look came to, what is still to be uploaded. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from mashangban.domains.claims.terms.licences import LicenceOutcome
from mashangban.kernel import clock

_O = LicenceOutcome
# The library's words for how a licence stands, the one that counts most first.
STANDINGS = {"valid": _O.VALID, "expired": _O.EXPIRED, "revoked": _O.REVOKED}


@dataclass(frozen=True, slots=True)
class LicenceAsk:
    """A material of the policy that is a licence: its name there, the kind and the kind's own name."""

    material: str
    type: str
    label: str


@dataclass(frozen=True, slots=True)
class Licence:
    """What the library says of one licence; without `valid_until` it has no end. `sha256` is that of its OFD or PDF."""

    number: str
    holder: str
    holder_name: str
    issuer: str
    issued_on: date
    valid_until: date | None
    status: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Look:
    """What was found for a material at a moment; `licence` is the one that was found, valid or not."""

    material: str
    type: str
    outcome: LicenceOutcome
    at: datetime
    licence: Licence | None = None


def judged(asked: LicenceAsk, found: Iterable[Licence], holder: str, at: datetime) -> Look:
    """The best of the holder's own licences of a kind: a valid one before any other, the longest valid first."""
    today = clock.local_date(at)
    own = [(outcome, one) for one in found if one.holder == holder and (outcome := _standing(one, today))]
    if not own:
        return Look(asked.material, asked.type, _O.ABSENT, at)
    order = tuple(STANDINGS.values())
    outcome, best = min(own, key=lambda pair: (order.index(pair[0]), -_end(pair[1]).toordinal()))
    return Look(asked.material, asked.type, outcome, at, best)


def _standing(one: Licence, today: date) -> LicenceOutcome | None:
    """As of today: the library may not have noted yet that it ran out. None for words that nobody knows."""
    said = STANDINGS.get(one.status)
    return _O.EXPIRED if said is _O.VALID and _end(one) < today else said


def _end(one: Licence) -> date:
    return one.valid_until or date.max


def aged(looks: Iterable[Look], today: date) -> tuple[Look, ...]:
    """The looks as of a day: what was valid when it was looked up may have run out since."""
    return tuple(_aged(one, today) for one in looks)


def _aged(look: Look, today: date) -> Look:
    over = look.licence is not None and look.outcome is _O.VALID and _end(look.licence) < today
    return replace(look, outcome=_O.EXPIRED) if over else look


def of_material(looks: Iterable[Look], asked: LicenceAsk) -> Look | None:
    """The look for one material, while the policy asks for the same kind."""
    return next((one for one in looks if (one.material, one.type) == (asked.material, asked.type)), None)


def unheld(asked: Iterable[LicenceAsk], looks: Iterable[Look], today: date) -> tuple[LicenceAsk, ...]:
    """Those for which no valid licence stands: they are uploaded."""
    held = {(one.material, one.type) for one in aged(looks, today) if one.outcome is _O.VALID}
    return tuple(one for one in asked if (one.material, one.type) not in held)


def stale(
    asked: Iterable[LicenceAsk], looks: Iterable[Look], at: datetime, lasts: timedelta
) -> tuple[LicenceAsk, ...]:
    """Those that were never looked up, or too long ago."""
    fresh = {(one.material, one.type) for one in looks if at - one.at <= lasts}
    return tuple(one for one in asked if (one.material, one.type) not in fresh)


def merged(asked: Iterable[LicenceAsk], before: Iterable[Look], new: Iterable[Look]) -> tuple[Look, ...]:
    """The newest word on each material. A silent library takes back nothing that it said before."""
    old, found = tuple(before), tuple(new)
    looks = []
    for one in asked:
        was, now = of_material(old, one), of_material(found, one)
        keeps = now is None or (was is not None and now.outcome is _O.SILENT)
        looks.append(was if keeps else now)
    return tuple(one for one in looks if one is not None)


def evidence(looks: Iterable[Look]) -> frozenset[tuple[str, str, str]]:
    """What a form rests on: which licence stands for which paper, by its copy."""
    valid = [one for one in looks if one.outcome is _O.VALID]
    return frozenset((one.material, one.licence.number, one.licence.sha256) for one in valid if one.licence)


def written(look: Look) -> dict[str, Any]:
    """A look as it lies in the claim and its snapshot."""
    one = look.licence
    paper = asdict(one) | {"issued_on": one.issued_on.isoformat(), "valid_until": _day(one)} if one else None
    return {
        "material": look.material,
        "type": look.type,
        "outcome": look.outcome.value,
        "at": clock.to_text(look.at),
        "licence": paper,
    }


def noted(look: Look) -> dict[str, Any]:
    """A look as an event tells it: which licence, by whom, until when, by which copy; nobody's name."""
    kept = ("number", "issuer", "issued_on", "valid_until", "sha256")
    found = written(look)
    paper = found.pop("licence")
    return found | ({name: paper[name] for name in kept} if paper else {})


def _day(one: Licence) -> str | None:
    return one.valid_until.isoformat() if one.valid_until else None


def read(raw: Mapping[str, Any]) -> Look:
    """A look as it was written."""
    found = raw["licence"]
    look = Look(raw["material"], raw["type"], _O(raw["outcome"]), clock.from_text(raw["at"]))
    return replace(look, licence=licence(found)) if found else look


def licence(raw: Mapping[str, Any]) -> Licence:
    """A licence with its days as texts. Raises KeyError, ValueError for what is none."""
    until = raw["valid_until"]
    texts = ("number", "holder", "holder_name", "issuer", "status", "sha256")
    return Licence(
        **{name: str(raw[name]) for name in texts},
        issued_on=date.fromisoformat(raw["issued_on"]),
        valid_until=date.fromisoformat(until) if until else None,
    )
