"""The clocks of a claim: taking it up, mending it, reviewing it, publicity. All in working days. Pure."""

from datetime import datetime

from mashangban.deadlines.rules.deadline import Deadline, Rung
from mashangban.deadlines.rules.ladders import DAILY
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.terms import RungKind, Unit
from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.terms import (
    ACCEPT_DAYS,
    OWN_RULE,
    PROMISE_MONTHS,
    PUBLICITY_RULE,
    REVIEW_RULE,
    SUPPLEMENT_DAYS,
)

ACCEPT, SUPPLEMENT, REVIEW, PUBLICITY, PROMISE = (
    "claims.accept",
    "claims.supplement",
    "claims.review",
    "claims.publicity",
    "claims.promise",
)
_AT_END = (Rung("due", RungKind.AT),)
_REMINDED = (Rung("remind", RungKind.BEFORE, Term(2, Unit.WORKING_DAY)), *_AT_END)


def accept_clock(one: Claim, at: datetime) -> Deadline:
    """How long an office may take to say whether it takes the claim up."""
    return _clock(one, ACCEPT, "受理", at, ACCEPT_DAYS, OWN_RULE, DAILY)


def review_clock(one: Claim, at: datetime) -> Deadline:
    """How long all desks together may take; it stands still while the enterprise mends."""
    return _clock(one, REVIEW, "审核", at, one.terms.review_days, REVIEW_RULE, DAILY)


def supplement_clock(one: Claim, at: datetime) -> Deadline:
    """How long the enterprise may take to mend; then the claim falls."""
    return _clock(one, SUPPLEMENT, "补正", at, SUPPLEMENT_DAYS, OWN_RULE, _REMINDED)


def publicity_clock(one: Claim, at: datetime) -> Deadline:
    """How long everybody may read and object; it stands still while an objection is looked at."""
    return _clock(one, PUBLICITY, "公示", at, one.terms.publicity_days, PUBLICITY_RULE, _AT_END)


def promise_clock(one: Claim, at: datetime) -> Deadline:
    """When somebody looks whether what was promised was done."""
    term = Term(PROMISE_MONTHS, Unit.MONTH, OWN_RULE)
    return Deadline(one.subject, PROMISE, "承诺核查", at, term, _AT_END, one.terms.region)


def _clock(
    one: Claim, kind: str, label: str, at: datetime, days: int, source: str, ladder: tuple[Rung, ...]
) -> Deadline:
    term = Term(days, Unit.WORKING_DAY, source)
    return Deadline(one.subject, kind, label, at, term, ladder, one.terms.region)
