"""Applications for seals: one open at a time for an enterprise, queued by county for the offices."""

from mashangban.documents import errors
from mashangban.documents.models import SealApplicationRecord, SealOpenRecord
from mashangban.documents.rules.applications import SealApplication
from mashangban.documents.terms import ApplicationState
from mashangban.kernel import clock, crypto, pagination
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

_PLAIN = (
    "enterprise_id", "enterprise_name", "uscc", "county", "matters", "custodian_id", "custodian", "applicant_id",
    "applicant", "applied_at", "state", "decided_at", "decided_by", "chain",
)  # fmt: skip


def get(application_id: str) -> SealApplication:
    """One application (consistent). Raises NotFound."""
    try:
        return _read(SealApplicationRecord.get(_pk(application_id), "APPLICATION", consistent_read=True))
    except SealApplicationRecord.DoesNotExist:
        raise NotFound() from None


def of_enterprise(enterprise_id: str, page: PageRequest) -> Page[SealApplication]:
    """An enterprise's own, the newest first."""
    partition = f"SEALAPPLICATIONS#{enterprise_id}"
    return pagination.query(SealApplicationRecord, partition, page, index="GSI1", newest_first=True).map(
        _read
    )


def queue(region: str, *, is_open: bool, page: PageRequest) -> Page[SealApplication]:
    """What waits (or is decided) in a province, city or county: by county, then the oldest first."""
    where = SealApplicationRecord.GSI2SK.startswith(region)
    partition = _queue(region, is_open=is_open)
    return pagination.query(SealApplicationRecord, partition, page, index="GSI2", where=where).map(_read)


def create(tx: Transaction, one: SealApplication, event: Event) -> None:
    """A new application. Raises ApplicationOpen while another waits."""
    tx.create(_record(one), event)
    guard = SealOpenRecord(f"SEAL#{one.enterprise_id}", "OPEN", application_id=one.id)
    tx.create(guard, otherwise=errors.ApplicationOpen())


def decide(tx: Transaction, before: SealApplication, after: SealApplication, event: Event) -> None:
    """The decision; the enterprise may then apply anew."""
    kind = SealApplicationRecord
    actions = [
        kind.state.set(after.state),
        kind.decided_at.set(tx.act.at),
        kind.decided_by.set(after.decided_by),
        kind.GSI2PK.set(_queue(after.county, is_open=False)),
    ]
    if after.refusal:
        actions.append(kind.refusal.set(crypto.seal(after.refusal, _context(after.id, "refusal"))))
    tx.amend(_record(before), event, actions)
    tx.delete(SealOpenRecord(f"SEAL#{before.enterprise_id}", "OPEN", application_id=before.id))


def _record(one: SealApplication) -> SealApplicationRecord:
    at = clock.to_text(one.applied_at)
    return SealApplicationRecord(
        _pk(one.id),
        "APPLICATION",
        GSI1PK=f"SEALAPPLICATIONS#{one.enterprise_id}",
        GSI1SK=f"{at}#{one.id}",
        GSI2PK=_queue(one.county, is_open=one.state is ApplicationState.SUBMITTED),
        GSI2SK=f"{one.county}#{at}#{one.id}",
        seal_kind=one.kind,
        purpose=crypto.seal(one.purpose, _context(one.id, "purpose")),
        version=one.version,
        **{name: getattr(one, name) for name in _PLAIN},
    )


def _read(record: SealApplicationRecord) -> SealApplication:
    identity = record.PK.partition("#")[2]
    refusal = crypto.unseal(record.refusal, _context(identity, "refusal")) if record.refusal else ""
    return SealApplication(
        id=identity,
        kind=record.seal_kind,
        purpose=crypto.unseal(record.purpose, _context(identity, "purpose")),
        refusal=refusal,
        version=int(record.version),
        **{name: getattr(record, name) for name in _PLAIN},
    )


def _pk(application_id: str) -> str:
    return f"SEALAPPLICATION#{application_id}"


def _queue(region: str, *, is_open: bool) -> str:
    return f"SEALQUEUE#{region[:2]}#{'open' if is_open else 'done'}"


def _context(application_id: str, field: str) -> str:
    return f"documents|sealapplication|{application_id}|{field}"
