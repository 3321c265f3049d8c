"""Licences that a policy asks for are looked up in the province's library, so that nobody uploads what offices have.

Whatever the library says, the claim goes on: a paper it does not answer for is uploaded. Nothing of it is logged.
"""

import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from mashangban.domains.claims import errors, events, permissions
from mashangban.domains.claims.partners import licences as library
from mashangban.domains.claims.rules import licences as rules
from mashangban.domains.claims.rules.claim import Claim, require_state
from mashangban.domains.claims.rules.licences import LicenceAsk, Look
from mashangban.domains.claims.schemas import ClaimDone
from mashangban.domains.claims.service.steps import within, write
from mashangban.domains.claims.terms import ClaimState
from mashangban.domains.claims.terms.licences import LicenceOutcome
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import PartnerUnavailable
from mashangban.kernel.settings import settings
from mashangban.registry import service as registry

PATIENCE_S = (
    4  # then the rest is unanswered: a call under way ends 7 s later at most, the function after 15 s (ours)
)


def look_up(act: Act, enterprise_id: str, asked: Iterable[LicenceAsk]) -> tuple[Look, ...]:
    """What the library says now. Once it was silent, or took the time that a person waits, nothing more is asked."""
    looks: list[Look] = []
    wanted, began = tuple(asked), time.monotonic()
    uscc = registry.enterprise(enterprise_id).uscc if wanted else ""
    for one in wanted:
        silent = any(look.outcome is LicenceOutcome.SILENT for look in looks)
        given_up = silent or time.monotonic() - began > PATIENCE_S
        looks.append(_unanswered(act, one) if given_up else _asked(act, uscc, one))
    return tuple(looks)


def _asked(act: Act, uscc: str, one: LicenceAsk) -> Look:
    try:
        return rules.judged(one, library.of_holder(uscc, one.type), uscc, act.at)
    except PartnerUnavailable:
        return _unanswered(act, one)


def _unanswered(act: Act, one: LicenceAsk) -> Look:
    return Look(one.material, one.type, LicenceOutcome.SILENT, act.at)


def look_again(act: Act, claim_id: str) -> ClaimDone:
    """The operator has the library asked once more about a draft. A form that rests on another licence counts no more.

    Raises WrongStep.
    """
    found, role = within(act, permissions.CLAIM, claim_id)
    before = require_state(found, ClaimState.DRAFT)
    asked, today = before.terms.licences, clock.local_date(act.at)
    again = (*rules.unheld(asked, before.licences, today), *_stale(act, before))
    after = _with(act, before, dict.fromkeys(again))
    if rules.evidence(after.licences) != rules.evidence(before.licences):
        after = replace(after, form=None)
    data = {"licences": [rules.noted(one) for one in after.licences]}
    return write(act, before, after, events.LICENCES_LOOKED, role, data=data)


def renewed(act: Act, one: Claim) -> Claim:
    """The claim with the library's word of now, where it was too old; it must bear out what the form names.

    Raises LicenceChanged.
    """
    after = _with(act, one, _stale(act, one))
    if not rules.evidence(one.licences) <= rules.evidence(after.licences):
        raise errors.LicenceChanged()
    return after


def _stale(act: Act, one: Claim) -> tuple[LicenceAsk, ...]:
    return rules.stale(one.terms.licences, one.licences, act.at, timedelta(hours=settings().licence_hours))


def _with(act: Act, one: Claim, asked: Iterable[LicenceAsk]) -> Claim:
    found = look_up(act, one.enterprise_id, asked)
    known = rules.merged(one.terms.licences, one.licences, found)
    return replace(one, licences=rules.aged(known, clock.local_date(act.at)))
