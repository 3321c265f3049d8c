"""An office answers what its enterprises ask for: approves, and the seal is cut, or refuses with the reason."""

from dataclasses import replace

from mashangban.documents import events, permissions
from mashangban.documents.models import TABLE
from mashangban.documents.repository import applications as repository
from mashangban.documents.repository import steps as timeline
from mashangban.documents.rules import applications
from mashangban.documents.rules.applications import SealApplication
from mashangban.documents.schemas.seals import SealApplicationView, SealDecision, SealQueueQuery
from mashangban.documents.service import seals, telling, views
from mashangban.documents.service.steps import step, who
from mashangban.documents.terms import ApplicationState, SealState
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import FieldError, Invalid
from mashangban.kernel.events import following
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Place, Principal, Role
from mashangban.kernel.transaction import Transaction


def queue(actor: Principal, asked: SealQueueQuery) -> Page[SealApplicationView]:
    """What waits or is decided in a region within reach. Raises NotFound beyond it."""
    actor.reach(permissions.REVIEW_SEAL).require(Place(region=asked.region))
    found = repository.queue(asked.region, is_open=asked.state == "open", page=asked.page)
    return found.map(views.of_application)


def view(actor: Principal, application_id: str) -> SealApplicationView:
    """One application of the region. Raises NotFound."""
    return views.of_application(_within_reach(actor, application_id))


def decide(act: Act, application_id: str, said: SealDecision) -> SealApplicationView:
    """Approve or refuse. Raises ApplicationDecided, OwnApplication, SealExists, SealRefused."""
    before = _within_reach(act.actor, application_id)
    role = act.actor.role_for(permissions.REVIEW_SEAL, before.place)
    applications.check_decision(before, act.actor.person_id)
    if not said.approved and len(said.reason.strip()) < 2:
        raise Invalid(errors=[FieldError("reason", "不批准的，请写明原因")])
    after = _decided(act, before, said, role)
    kind = events.APPLICATION_APPROVED if said.approved else events.APPLICATION_REFUSED
    told = "documents.seal-approved" if said.approved else "documents.seal-refused"
    event = following(act, kind, before, role, messages=telling.people(before, told))
    answer = views.of_application(after)
    with Transaction(act, TABLE) as tx:
        repository.decide(tx, before, after, event)
        timeline.note(tx, step(act, before.enterprise_id, event, _words(before, said)))
        if said.approved:
            seals.cut(tx, act, _wanted(before), SealState.READY, role)
        tx.answer(answer)
    return answer


def _within_reach(actor: Principal, application_id: str) -> SealApplication:
    one = repository.get(application_id)
    actor.reach(permissions.REVIEW_SEAL).require(one.place)
    return one


def _decided(act: Act, before: SealApplication, said: SealDecision, role: Role) -> SealApplication:
    return replace(
        before,
        state=ApplicationState.APPROVED if said.approved else ApplicationState.REFUSED,
        decided_at=act.at,
        decided_by=who(act.actor, role),
        refusal="" if said.approved else said.reason,
    )


def _words(one: SealApplication, said: SealDecision) -> str:
    return f"保管人：{one.custodian}" if said.approved else said.reason


def _wanted(one: SealApplication) -> seals.Wanted:
    return seals.Wanted(
        enterprise_id=one.enterprise_id,
        name=one.enterprise_name,
        uscc=one.uscc,
        purpose=one.kind.face,
        matters=one.matters,
        custodian_id=one.custodian_id,
        custodian=one.custodian,
    )
