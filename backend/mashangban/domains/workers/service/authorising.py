"""Standing authorisations: an operator countersigns beforehand, within bounds and revocably."""

from dataclasses import replace

from mashangban.domains.workers import events, permissions
from mashangban.domains.workers.repository import authorisations as repository
from mashangban.domains.workers.rules.authorisation import Authorisation
from mashangban.domains.workers.schemas import AuthorisationForm, AuthorisationView
from mashangban.identity import service as identity
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import FieldError, Invalid
from mashangban.kernel.events import happened
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Place, Principal, Role
from mashangban.registry import service as registry

LONGEST_DAYS = 366


def my_authorisations(actor: Principal, page: PageRequest) -> Page[AuthorisationView]:
    """The caller's authorisations with what is used of each."""
    actor.reach(permissions.AUTHORISE)
    return repository.of_operator(actor.person_id, page).map(_view)


def authorise(act: Act, form: AuthorisationForm) -> AuthorisationView:
    """Agree beforehand to contracts of one employer at one project, at most a year ahead."""
    project = registry.project(form.project_id)
    act.actor.reach(permissions.AUTHORISE).require(Place(orgs=frozenset({form.enterprise_id})))
    today = clock.local_date(act.at)
    if not 0 <= (form.until - today).days <= LONGEST_DAYS:
        raise Invalid(errors=[FieldError("until", "到期日要在今天之后、一年以内")])
    operator = identity.person(act.actor.person_id)
    new = Authorisation(
        id=ids.new_id(act.at),
        enterprise_id=form.enterprise_id,
        project_id=project.id,
        project_name=project.name,
        operator_id=operator.id,
        operator_name_masked=operator.name_masked or operator.label,
        until=form.until,
        limit=form.limit,
        used=0,
        revoked=False,
        granted_at=act.at,
    )
    data = {
        "employer": new.enterprise_id,
        "project": new.project_id,
        "limit": new.limit,
        "until": str(new.until),
    }
    event = happened(act, events.AUTHORISED, new.subject, data, role=Role.OPERATOR)
    view = _view(new)
    repository.grant(act, new, event, view)
    return view


def revoke(act: Act, authorisation_id: str) -> AuthorisationView:
    """End an authorisation at once; contracts already countersigned stay so."""
    found = repository.authorisation(act.actor.person_id, authorisation_id)
    event = happened(
        act,
        events.AUTHORISATION_REVOKED,
        found.subject,
        role=Role.OPERATOR,
        version=found.version + 1,
        previous=found.chain,
    )
    view = _view(replace(found, revoked=True))
    repository.revoke(act, found, event, view)
    return view


def _view(one: Authorisation) -> AuthorisationView:
    return AuthorisationView.model_validate(
        {name: getattr(one, name) for name in AuthorisationView.model_fields}
    )
