"""What a claim counts on the boards of its policy and of the regions that published it. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from mashangban.domains.claims import events
from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.terms import ClaimState
from mashangban.domains.claims.terms.boards import Movement, Purse, Reached, Span

_LEVELS = (2, 4, 6)
_S = ClaimState
_REACHED = {
    events.OFFERED: Reached.OFFERED,
    events.SUBMITTED: Reached.CLAIMED,
    events.APPROVED: Reached.APPROVED,
    events.PAID: Reached.PAID,
}
_PURSES = {
    _S.APPROVED: Purse.HELD,
    _S.ORDERED: Purse.HELD,
    _S.RETURNED: Purse.HELD,
    _S.PAID: Purse.PAID,
    _S.RECOVERING: Purse.PAID,
    _S.RECOVERED: Purse.RECOVERED,
}
# From what to what each part of the way runs; the first of several beginnings that happened counts.
_SPANS: dict[Span, tuple[tuple[str, ...], str]] = {
    Span.ACCEPT: ((events.SUBMITTED,), events.ACCEPTED),
    Span.REVIEW: ((events.ACCEPTED,), events.PASSED),
    Span.PUBLICITY: ((events.PASSED,), events.PUBLICITY_ENDED),
    Span.DECIDE: ((events.PUBLICITY_ENDED, events.PASSED, events.SUBMITTED), events.APPROVED),
    Span.PAY: ((events.APPROVED,), events.PAID),
    Span.WHOLE: ((events.SUBMITTED,), events.PAID),
}


@dataclass(frozen=True, slots=True)
class Sort:
    """What an enterprise is, as far as it was known when the claim was begun."""

    county: str
    industry: str
    size: str


@dataclass(frozen=True, slots=True)
class Moved:
    """Money of a budget line that moved, with the claim it moved for."""

    movement: Movement
    at: datetime
    claim_id: str
    number: str
    enterprise_name: str
    amount_fen: int


def counted(one: Claim, last: Mapping[str, datetime], sort: Sort) -> dict[str, int]:
    """How far it came, where its money is, to whom it went, how long it took. `last`: when each event last was."""
    found = {f"reached.{reached.value}": 1 for kind, reached in _REACHED.items() if kind in last}
    if one.state is _S.REFUSED:
        found[f"reached.{Reached.REFUSED.value}"] = 1
    purse = _PURSES.get(one.state)
    if purse is not None:
        found[f"fen.{purse.value}"] = one.amount_fen
    if purse is Purse.PAID:
        found |= {
            f"place.{sort.county}": one.amount_fen,
            f"industry.{sort.industry}": one.amount_fen,
            f"size.{sort.size}": one.amount_fen,
        }
    if events.APPROVED in last:
        found |= dict(_times(last))
    return found


def _times(last: Mapping[str, datetime]) -> Iterator[tuple[str, int]]:
    for span, (beginnings, end) in _SPANS.items():
        began = next((last[one] for one in beginnings if one in last), None)
        if began is not None and end in last:
            yield f"times.{span.value}", 1
            yield f"minutes.{span.value}", int((last[end] - began).total_seconds()) // 60


def regions_of(region: str) -> tuple[str, ...]:
    """The regions on whose boards a claim of a policy of this region counts."""
    return tuple(region[:length] for length in _LEVELS if length <= len(region))


def seen_from(region: str, moves: Mapping[str, int]) -> dict[str, int]:
    """The same on a region's board: money by the part directly below it."""
    found: dict[str, int] = {}
    for name, step in moves.items():
        group, _, key = name.partition(".")
        shown = f"place.{key[: len(region) + 2]}" if group == "place" else name
        found[shown] = found.get(shown, 0) + step
    return found
