"""Lists of those who need not apply, and what is kept for policies, as their office sees them."""

from datetime import datetime

from mashangban.domains.claims.terms.offers import Candidacy, OfferListState
from mashangban.kernel.http import Schema


class OfferListView(Schema):
    """`met`, `taken`, `unpriced`: what was found; `offered`, `fell`: what came of those who were met and `tried`."""

    id: str
    policy_id: str
    edition: int
    title: str
    region: str
    state: OfferListState
    state_label: str
    begun_at: datetime
    automatic: bool
    seen: int
    undecided: int
    met: int
    taken: int
    unpriced: int
    offered: int
    fell: int
    tried: int
    worth_fen: int


class CandidateView(Schema):
    enterprise_id: str
    name: str
    county_label: str
    worth_fen: int
    state: Candidacy
    state_label: str
    why: str


class OfferablePolicy(Schema):
    """A policy that asks for no application; `left_fen` is what its budget line has, None while nobody opened one."""

    id: str
    title: str
    department_label: str
    award: str
    audience: str
    window: str
    open: bool
    left_fen: int | None
    last: OfferListView | None


class FundedPolicy(Schema):
    """A policy with the most that its edition allows and what was opened for it (0: nothing yet)."""

    id: str
    title: str
    department_label: str
    most_fen: int
    total_fen: int
