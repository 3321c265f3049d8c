"""Somebody with a form that is half filled in, and an officer to whom they read a code."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

import pytest

from mashangban.domains.assistance.schemas import (
    HelpField,
    JoinForm,
    ProposalForm,
    SharedSheet,
    SharingDone,
    SharingOffer,
    SharingStop,
)
from mashangban.domains.assistance.service import helping, sharing, views
from mashangban.domains.assistance.terms import CONSENT, Ending, SharedForm
from mashangban.identity import service as identity
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act, Submission
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from tests.identity.conftest import new_mobile

_NOBODY = Principal("assistance-nobody", "s", (), real_name=True)
REASONS = [{"value": "not_paid", "label": "没发"}, {"value": "less", "label": "少发了"}]


def filled(typed: int = 1, text: str = "九月只发了一半", **differs: Any) -> SharedSheet:
    """A complaint as its phone sends it: the card stays behind."""
    fields = [
        {
            "key": "reason",
            "label": "什么问题",
            "kind": "choice",
            "value": "not_paid",
            "filled": True,
            "options": REASONS,
        },
        {"key": "text", "label": "想说的话", "kind": "text", "value": text, "filled": True, "most": 500},
        {"key": "card", "label": "银行卡号", "kind": "private", "filled": True},
        {"key": "photos", "label": "照片", "kind": "files", "value": "2", "filled": True},
    ]
    return SharedSheet.model_validate({"typed": typed, "focus": "text", "fields": fields, **differs})


@dataclass
class Two:
    """The person and the officer, at a time that the test moves on. Acts are as a phone and a desk submit them."""

    now: dt.datetime = field(default_factory=clock.now)

    def __post_init__(self) -> None:
        self.person = self.known()
        self.agent = self.known((Role.COUNTY_OFFICER, "region:330106"))

    def known(self, *grants: tuple[Role, str]) -> Principal:
        who = identity.ensure_person(Act(_NOBODY, clock.now()), new_mobile())
        held = tuple(Grant(role, Scope.parse(scope)) for role, scope in grants)
        return Principal(who, ids.new_id(), held, real_name=True)

    def act(self, actor: Principal) -> Act:
        given = Submission(ids.new_id(), "route", actor.person_id, "d" * 64)
        return Act(actor, self.now, given)

    def later(self, **by: float) -> None:
        self.now += dt.timedelta(**by)

    def offered(self) -> SharingDone:
        form = SharingOffer(form=SharedForm.COMPLAINT, consent=CONSENT)
        return sharing.offer(self.act(self.person), form)

    def joined(self) -> str:
        """A sharing with its form on the officer's screen."""
        done = self.offered()
        helping.join(self.act(self.agent), JoinForm(code=done.code))
        self.type_in(done.id)
        return done.id

    def type_in(self, one: str, text: str = "九月只发了一半") -> None:
        """The phone sends its form for the first time."""
        sharing.fill(self.act(self.person), one, filled(1, text))

    def propose(self, one: str, key: str = "text", value: str = "九月应发 8000 元，只发了 4000 元") -> None:
        form = ProposalForm(field=key, value=value, reason="写清楚差多少")
        helping.propose(self.act(self.agent), one, form)

    def stop(self, one: str, why: Ending = Ending.WITHDRAWN) -> None:
        sharing.stop(self.act(self.person), one, SharingStop(why=why))

    def sees(self, one: str) -> dict[str, HelpField]:
        """What the officer sees, by the fields' keys."""
        return {each.key: each for each in views.help_view(self.act(self.agent), one).fields}


@pytest.fixture
def two(tables: str) -> Two:
    return Two()
