"""An enterprise asks for its seal and sees what became of it: one application at a time, kept by one of its people."""

from datetime import datetime

from mashangban.documents import events, permissions
from mashangban.documents.models import TABLE
from mashangban.documents.repository import applications as repository
from mashangban.documents.repository import seals as stored
from mashangban.documents.repository import steps as timeline
from mashangban.documents.rules import applications, offering
from mashangban.documents.rules.applications import SealApplication
from mashangban.documents.schemas.seals import (
    SealApplicationForm,
    SealApplicationView,
    SealCustodian,
    SealFolder,
    SealStepView,
)
from mashangban.documents.service import seals, views
from mashangban.documents.service.steps import place_of, step, who
from mashangban.documents.terms import ApplicationState
from mashangban.identity import service as identity
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import happened
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Principal, Role, Scope
from mashangban.kernel.transaction import Transaction
from mashangban.registry import service as registry

_KEEPERS = (Role.ENTERPRISE_ADMIN, Role.OPERATOR)
_LATEST = PageRequest(limit=5)


def apply(act: Act, enterprise_id: str, form: SealApplicationForm) -> SealApplicationView:
    """Ask for a seal. Raises SealExists, ApplicationOpen, UnknownCustodian, SealRefused."""
    role = act.actor.role_for(permissions.APPLY_SEAL, place_of(enterprise_id))
    applications.check_free(stored.find(enterprise_id))
    people = {one.person_id: one for one in _people(enterprise_id, act.at)}
    applications.check_custodian(form.custodian_id, people)
    one = _asked(act, enterprise_id, form, people[form.custodian_id], role)
    seals.check_face(one.enterprise_name, one.kind.face)
    told = {"seal": one.kind.value, "matters": [matter.value for matter in one.matters]}
    event = happened(act, events.APPLICATION_SUBMITTED, one.subject, told, role=role)
    view = views.of_application(one)
    with Transaction(act, TABLE) as tx:
        repository.create(tx, one, event)
        timeline.note(tx, step(act, enterprise_id, event, f"{one.kind.label}，{one.purpose}"))
        tx.answer(view)
    return view


def folder(actor: Principal, enterprise_id: str) -> SealFolder:
    """The seal, the latest applications and what the caller may do now. Raises NotFound beyond reach."""
    place = place_of(enterprise_id)
    actor.reach(permissions.READ_SEAL).require(place)
    seal, asked = stored.find(enterprise_id), repository.of_enterprise(enterprise_id, _LATEST).items
    waits = any(one.state is ApplicationState.SUBMITTED for one in asked)
    return SealFolder(
        seal=views.of_seal(seal) if seal else None,
        applications=[views.of_application(one) for one in asked],
        actions=offering.actions(actor, place, seal, waits=waits),
    )


def log(actor: Principal, enterprise_id: str, page: PageRequest) -> Page[SealStepView]:
    """What happened, the newest first. Raises NotFound beyond reach."""
    actor.reach(permissions.READ_SEAL).require(place_of(enterprise_id))
    return timeline.of_enterprise(enterprise_id, page).map(views.of_step)


def custodians(actor: Principal, enterprise_id: str, at: datetime) -> list[SealCustodian]:
    """Who may keep the seal: the enterprise's own operators and administrators."""
    actor.reach(permissions.APPLY_SEAL).require(place_of(enterprise_id))
    return _people(enterprise_id, at)


def _people(enterprise_id: str, at: datetime) -> list[SealCustodian]:
    scope = Scope("org", enterprise_id)
    roles = {person: role for role in _KEEPERS for person in identity.holders(role, scope, at)}
    return [
        SealCustodian(person_id=person, name_masked=identity.person(person).label, role_label=role.label)
        for person, role in roles.items()
    ]


def _asked(
    act: Act, enterprise_id: str, form: SealApplicationForm, custodian: SealCustodian, role: Role
) -> SealApplication:
    enterprise = registry.enterprise(enterprise_id)
    return SealApplication(
        id=ids.new_id(act.at),
        enterprise_id=enterprise_id,
        enterprise_name=enterprise.name,
        uscc=enterprise.uscc,
        county=enterprise.county,
        kind=form.kind,
        matters=tuple(dict.fromkeys(form.matters)),
        purpose=form.purpose,
        custodian_id=custodian.person_id,
        custodian=custodian.name_masked,
        applicant_id=act.actor.person_id,
        applicant=who(act.actor, role),
        applied_at=act.at,
    )
