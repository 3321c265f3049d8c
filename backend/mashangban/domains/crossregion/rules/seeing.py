"""What each side of a case sees of it: as much as its part needs and no more (个人信息保护法6: 最小范围). Pure."""

from mashangban.domains.crossregion.rules.case import Case
from mashangban.domains.crossregion.terms.cases import Shown, Side

_ALL = frozenset(Shown)
_SIDES = {
    Side.PERSON: _ALL - {Shown.OWN_PART},
    Side.HOME: _ALL - {Shown.OWN_PART},
    # The window carries it: not why it was decided, and a result only if it passes over its desk.
    Side.WINDOW: _ALL - {Shown.REASON, Shown.PARTS, Shown.OWN_PART, Shown.RESULT_LINKS},
    # A partner judges its own part by the papers; who the person is says only the papers.
    Side.PARTNER: frozenset({Shown.PAGES, Shown.LINKS, Shown.OWN_PART}),
    # The lead zone's office watches times and hand-overs, not people and papers.
    Side.LEAD: frozenset({Shown.HANDOVERS, Shown.OUTCOME}),
}
_NO_MORE_PAPERS = (Side.WINDOW, Side.PARTNER)


def shown_to(side: Side, one: Case) -> frozenset[Shown]:
    """What this side sees now. Once it was decided, window and partners open no papers any more."""
    seen = _SIDES[side]
    over = one.outcome is not None or one.state.ended
    return seen - {Shown.LINKS} if over and side in _NO_MORE_PAPERS else seen


def sides_of(one: Case, region: str) -> list[Side]:
    """What a zone is to a case, the nearest first."""
    found = [(Side.HOME, one.home), (Side.WINDOW, one.window)]
    found += [(Side.PARTNER, partner) for partner in one.partners]
    found.append((Side.LEAD, one.lead))
    return [side for side, place in found if place == region]
