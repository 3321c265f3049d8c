"""Profiles: a head with its chain, one item a fact; the enterprise's own words are encrypted."""

from collections.abc import Iterable

from mashangban.domains.policies.models import TABLE, ProfileRecord, StatementRecord
from mashangban.domains.policies.rules.profile import Profile, Statement
from mashangban.kernel import crypto, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction


def find(enterprise_id: str) -> Profile | None:
    """An enterprise's profile, or None while nobody stated anything."""
    try:
        return _profile(ProfileRecord.get(f"PROFILE#{enterprise_id}", "PROFILE", consistent_read=True))
    except ProfileRecord.DoesNotExist:
        return None


def get(enterprise_id: str, reach: Reach | None = None) -> Profile:
    """An enterprise's profile. Raises NotFound when there is none within reach."""
    found = find(enterprise_id)
    if found is None:
        raise NotFound()
    if reach is not None:
        reach.require(found.place)
    return found


def statements(enterprise_id: str) -> dict[str, Statement]:
    """Everything that was stated of an enterprise, by code. One query."""
    sort = StatementRecord.SK.startswith("FACT#")
    found = StatementRecord.query(f"PROFILE#{enterprise_id}", sort, consistent_read=True)
    return {one.code: _statement(enterprise_id, one) for one in found}


def some(enterprise_id: str, codes: Iterable[str]) -> dict[str, Statement]:
    """What was stated of these facts."""
    keys = [(f"PROFILE#{enterprise_id}", f"FACT#{code}") for code in codes]
    return {
        one.code: _statement(enterprise_id, one)
        for one in StatementRecord.batch_get(keys, consistent_read=True)
    }


def of_region(region: str, page: PageRequest) -> Page[Profile]:
    """The profiles of a province's, city's or county's enterprises."""
    where = ProfileRecord.GSI1SK.startswith(region)
    found = pagination.query(ProfileRecord, f"PROFILES-IN#{region[:2]}", page, index="GSI1", where=where)
    return found.map(_profile)


def disputed(region: str, page: PageRequest) -> Page[tuple[str, Statement]]:
    """Facts of a county's enterprises that wait for their department, the longest waiting first."""
    found = pagination.query(StatementRecord, f"DISPUTES#{region}", page, index="GSI1")
    return found.map(lambda one: (_owner(one), _statement(_owner(one), one)))


def write(act: Act, before: Profile, facts: Iterable[Statement], event: Event, answer: Schema | None) -> None:
    """Write facts of a profile; the first ones make it."""
    with Transaction(act, TABLE) as tx:
        if before.version == 0:
            tx.create(_head(before), event)
        else:
            tx.amend(_head(before), event, [])
        for one in facts:
            tx.put(_item(before, one))
        tx.answer(answer)


def _head(one: Profile) -> ProfileRecord:
    return ProfileRecord(
        one.subject.pk,
        "PROFILE",
        GSI1PK=f"PROFILES-IN#{one.region[:2]}",
        GSI1SK=f"{one.region}#{one.enterprise_id}",
        name=one.name,
        region=one.region,
        version=one.version,
        chain=one.chain,
    )


def _profile(record: ProfileRecord) -> Profile:
    return Profile(_owner(record), record.name, record.region, int(record.version), record.chain)


def _item(profile: Profile, one: Statement) -> StatementRecord:
    record = StatementRecord(
        profile.subject.pk,
        f"FACT#{one.code}",
        code=one.code,
        value={"value": one.value},
        stated_on=one.stated_on,
        valid_until=one.valid_until,
        source=one.source,
        earlier=one.earlier,
        disputed_at=one.disputed_at,
        dispute=_seal(profile.enterprise_id, one.code, one.dispute),
        answer=_seal(profile.enterprise_id, one.code, one.answer),
    )
    if one.disputed_at is not None:
        record.GSI1PK = f"DISPUTES#{profile.region}"
        record.GSI1SK = f"{one.disputed_at.isoformat()}#{profile.enterprise_id}#{one.code}"
    return record


def _statement(enterprise_id: str, record: StatementRecord) -> Statement:
    return Statement(
        record.code,
        record.value["value"],
        record.stated_on,
        record.valid_until,
        record.source,
        record.earlier,
        record.disputed_at,
        _unseal(enterprise_id, record.code, record.dispute),
        _unseal(enterprise_id, record.code, record.answer),
    )


def _owner(record: ProfileRecord | StatementRecord) -> str:
    return str(record.PK).partition("#")[2]


def _seal(enterprise_id: str, code: str, text: str) -> str | None:
    return crypto.seal(text, f"policies|{enterprise_id}|{code}") if text else None


def _unseal(enterprise_id: str, code: str, sealed: str | None) -> str:
    return crypto.unseal(sealed, f"policies|{enterprise_id}|{code}") if sealed else ""
