"""What a side of a case may do now, as its page offers it. Each act decides again for itself. Pure."""

from mashangban.domains.crossregion.rules.case import Case
from mashangban.domains.crossregion.rules.custody import Handover
from mashangban.domains.crossregion.terms.cases import PERSON, Carrier, CaseState, PageState, Side

_HOLDS = (CaseState.HELD, CaseState.MISSING, CaseState.RETURNING)


def actions(one: Case, side: Side, region: str) -> list[str]:
    """The acts of a side; the person acts under no region."""
    who = PERSON if side is Side.PERSON else region
    found = _chain(one, who, one.way) if not one.state.ended else []
    if side is Side.PERSON:
        return [*found, *_own(one)]
    if side is Side.HOME and one.state is CaseState.DECIDING and one.charge == who:
        found += ["decide", *([] if one.asked else ["ask"])]
    return [*found, *(["speak"] if _silent(one, who) else [])]


def receivers(one: Case, region: str) -> list[str]:
    """Whom a zone may hand its pages to now."""
    if one.state is CaseState.RETURNING:
        return [*(zone for zone in (one.window,) if zone and zone != region), PERSON]
    return [zone for zone in one.zones if zone != region]


def sendable(one: Case, holder: str) -> list[int]:
    """The pages that a holder may hand over now: papers before the decision, results after it."""
    result = one.state is CaseState.RETURNING
    return [
        held.number
        for held in one.custody
        if held.holder == holder
        and held.result is result
        and held.state in (PageState.HERE, PageState.MISSING)
    ]


def _chain(one: Case, who: str, last: Handover | None) -> list[str]:
    if last is not None:
        counter = last.receiver == PERSON and last.parcel.carrier is Carrier.BY_HAND and last.sender == who
        mine = last.receiver == who or counter
        first = one.state is CaseState.OFFERED and who != PERSON
        return [*(["receive"] if mine else []), *(["reject"] if mine and first else [])]
    if one.charge != who:
        return []
    wrong = any(held.holder == who and held.state.wrong for held in one.custody)
    hands = one.state in _HOLDS and who != PERSON and bool(sendable(one, who))
    return [*(["put_right"] if wrong else []), *(["hand_over"] if hands else [])]


def _own(one: Case) -> list[str]:
    supplies = ["supply"] if one.state is CaseState.SUPPLEMENT else []
    return [*supplies, *(["withdraw"] if one.state.undecided else [])]


def _silent(one: Case, who: str) -> bool:
    open_ = one.outcome is None and not one.state.ended
    return open_ and any(part.region == who and part.agrees is None for part in one.parts)
