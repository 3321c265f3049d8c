"""Grants of a person, and who holds roles at a place."""

import re
from datetime import datetime

from pynamodb.exceptions import DoesNotExist

from mashangban.identity.models import GrantRecord
from mashangban.identity.rules.granting import HeldGrant
from mashangban.identity.rules.people import subject
from mashangban.kernel import pagination
from mashangban.kernel.errors import NotFound
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Role, Scope
from mashangban.kernel.transaction import Transaction

# A grant's public id names its person, so that one consistent read finds it.
_SEPARATOR = "-"
_PUBLIC_ID = re.compile(r"[0-9A-Z]{26}-[0-9A-Z]{26}", re.ASCII)


def of_person(person_id: str) -> list[HeldGrant]:
    """All grants a person ever had (one consistent query)."""
    records = GrantRecord.query(
        subject(person_id).pk, GrantRecord.SK.startswith("GRANT#"), consistent_read=True
    )
    return [_held(record) for record in records]


def at_scope(scope: Scope, page: PageRequest) -> Page[HeldGrant]:
    """Who holds roles exactly at a scope, by role (one query of GSI1)."""
    return pagination.query(GrantRecord, f"SCOPE#{scope}", page, index="GSI1").map(_held)


def with_role(scope: Scope, role: Role, page: PageRequest) -> Page[HeldGrant]:
    """Who holds one role exactly at a scope (one query of GSI1)."""
    where = GrantRecord.GSI1SK.startswith(f"{role}#")
    return pagination.query(GrantRecord, f"SCOPE#{scope}", page, index="GSI1", where=where).map(_held)


def one(grant_id: str) -> HeldGrant:
    """The grant with a public id. Raises NotFound."""
    if not _PUBLIC_ID.fullmatch(grant_id):
        raise NotFound()
    person_id, _, _ = grant_id.partition(_SEPARATOR)
    try:
        return _held(GrantRecord.get(subject(person_id).pk, f"GRANT#{grant_id}", consistent_read=True))
    except DoesNotExist as missing:
        raise NotFound() from missing


def new_id(person_id: str, unique: str) -> str:
    """The public id of a new grant."""
    return f"{person_id}{_SEPARATOR}{unique}"


def add(tx: Transaction, grant: HeldGrant) -> None:
    """Write a new grant."""
    record = GrantRecord(
        subject(grant.person_id).pk,
        f"GRANT#{grant.id}",
        role=grant.role,
        scope=str(grant.scope),
        label=grant.label,
        valid_from=grant.valid_from,
        valid_to=grant.valid_to,
        granted_by=grant.granted_by,
        GSI1PK=f"SCOPE#{grant.scope}",
        GSI1SK=f"{grant.role}#{grant.id}",
    )
    tx.create(record)


def revoke(tx: Transaction, grant: HeldGrant, by: str, at: datetime) -> None:
    """Take a grant back; it leaves the list of its scope."""
    tx.update(
        GrantRecord(subject(grant.person_id).pk, f"GRANT#{grant.id}"),
        [
            GrantRecord.revoked_at.set(at),
            GrantRecord.revoked_by.set(by),
            GrantRecord.GSI1PK.remove(),
            GrantRecord.GSI1SK.remove(),
        ],
        condition=GrantRecord.revoked_at.does_not_exist() & GrantRecord.granted_by.exists(),
    )


def _held(record: GrantRecord) -> HeldGrant:
    return HeldGrant(
        id=record.SK.removeprefix("GRANT#"),
        person_id=record.PK.removeprefix("PERSON#"),
        role=record.role,
        scope=Scope.parse(record.scope),
        label=record.label,
        valid_from=record.valid_from,
        valid_to=record.valid_to,
        granted_by=record.granted_by,
        revoked_at=record.revoked_at,
    )
