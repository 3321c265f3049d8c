"""Standing authorisations to countersign, and their use."""

from mashangban.domains.workers import errors
from mashangban.domains.workers.models import TABLE, AuthorisationRecord
from mashangban.domains.workers.rules.authorisation import Authorisation
from mashangban.kernel import clock, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

_FIELDS = tuple(Authorisation.__dataclass_fields__)


def of_operator(person_id: str, page: PageRequest) -> Page[Authorisation]:
    """An operator's authorisations, newest first."""
    found = pagination.query(
        AuthorisationRecord, f"OPERATOR#{person_id}", page, index="GSI2", newest_first=True
    )
    return found.map(to_authorisation)


def of_employer_at(employer_id: str, project_id: str) -> list[Authorisation]:
    """All authorisations of an employer at a project, usable or not (one query)."""
    pk = f"AUTHORISATIONS#{employer_id}#{project_id}"
    page = pagination.query(AuthorisationRecord, pk, PageRequest(limit=50), index="GSI1", newest_first=True)
    return [to_authorisation(record) for record in page.items]


def authorisation(operator_id: str, authorisation_id: str) -> Authorisation:
    """One of an operator's own authorisations. Raises NotFound."""
    try:
        pk = f"AUTHORISATION#{authorisation_id}"
        found = to_authorisation(AuthorisationRecord.get(pk, "AUTHORISATION", consistent_read=True))
    except AuthorisationRecord.DoesNotExist as missing:
        raise NotFound() from missing
    if found.operator_id != operator_id:
        raise NotFound()
    return found


def grant(act: Act, new: Authorisation, event: Event, answer: Schema) -> None:
    with Transaction(act, TABLE) as tx:
        tx.create(record_of(new), event)
        tx.answer(answer)


def revoke(act: Act, before: Authorisation, event: Event, answer: Schema) -> None:
    with Transaction(act, TABLE) as tx:
        tx.amend(record_of(before), event, [AuthorisationRecord.revoked.set(True)])
        tx.answer(answer)


def spend(tx: Transaction, used: Authorisation) -> None:
    """Count one use within the act that uses it. Raises AuthorisationSpent when revoked or used up meanwhile."""
    live = (AuthorisationRecord.used < used.limit) & (AuthorisationRecord.revoked == False)  # noqa: E712 - an expression
    actions = [AuthorisationRecord.used.add(1)]
    tx.update(record_of(used), actions, condition=live, otherwise=errors.AuthorisationSpent())


def to_authorisation(record: AuthorisationRecord) -> Authorisation:
    return Authorisation(**{name: getattr(record, name) for name in _FIELDS})


def record_of(authorisation: Authorisation) -> AuthorisationRecord:
    return AuthorisationRecord(
        authorisation.subject.pk,
        "AUTHORISATION",
        GSI1PK=f"AUTHORISATIONS#{authorisation.enterprise_id}#{authorisation.project_id}",
        GSI1SK=clock.to_text(authorisation.granted_at),
        GSI2PK=f"OPERATOR#{authorisation.operator_id}",
        GSI2SK=clock.to_text(authorisation.granted_at),
        **{name: getattr(authorisation, name) for name in _FIELDS},
    )
