"""An enterprise whose people ask for a seal, and the county that answers."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import timedelta

from mashangban.documents.schemas.seals import SealApplicationForm, SealApplicationView, SealDecision
from mashangban.documents.service import applying, deciding, seals
from mashangban.documents.terms import SealKind, SealMatter
from mashangban.identity import service as identity
from mashangban.kernel import acts, clock
from mashangban.kernel.permissions import Grant, Place, Principal, Role, Scope
from tests.registry.conftest import COUNTY, Desk, act, officer

OFFICE = officer(COUNTY)


@dataclass(frozen=True)
class Firm:
    id: str
    admin: Principal
    operator: Principal

    def ask(self, *matters: SealMatter, kind: SealKind = SealKind.CONTRACT) -> SealApplicationView:
        form = SealApplicationForm(
            kind=kind,
            matters=list(matters or SealMatter),
            purpose="和工人签劳动合同",
            custodian_id=self.operator.person_id,
        )
        return applying.apply(act(self.admin), self.id, form)


def firm() -> Firm:
    made = Desk().enterprise(name="浙江样例劳务有限公司").id
    return Firm(made, _colleague(made, Role.ENTERPRISE_ADMIN), _colleague(made, Role.OPERATOR))


def approve(application_id: str, by: Principal = OFFICE) -> SealApplicationView:
    return deciding.decide(act(by), application_id, SealDecision(approved=True, reason=""))


def _colleague(enterprise: str, role: Role) -> Principal:
    phone = f"137{random.randrange(10**8):08d}"
    person, scope = identity.ensure_person(acts.system_act("tests"), phone), Scope("org", enterprise)
    until = clock.now() + timedelta(days=30)
    order = identity.GrantOrder(role, scope, person_id=person, valid_to=until)
    identity.grant(acts.system_act("tests"), order, Place(orgs=frozenset({enterprise})))
    return Principal(person, "s", (Grant(role, scope),), real_name=True)


def enabled(firm: Firm) -> str:
    """The firm's approved seal, enabled by its keeper; returns its page on the console."""
    seals.enable_seal(act(firm.operator), firm.id)
    return f"/console/documents/seals/{firm.id}"
