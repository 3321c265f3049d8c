"""What happened to an enterprise's seal: a line in the transaction of each act, read newest first."""

from mashangban.documents.models import SealStepRecord
from mashangban.documents.rules.applications import SealStep
from mashangban.kernel import clock, crypto, pagination
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction


def note(tx: Transaction, one: SealStep) -> None:
    """One line, within the transaction of the act itself."""
    context = _context(one.enterprise_id, one.event_id)
    tx.create(
        SealStepRecord(
            f"SEALSTEPS#{one.enterprise_id}",
            f"{clock.to_text(one.at)}#{one.event_id}",
            step=one.kind,
            by=one.by,
            reason=crypto.seal(one.reason, context) if one.reason else None,
            hash=one.hash,
        )
    )


def of_enterprise(enterprise_id: str, page: PageRequest) -> Page[SealStep]:
    """The newest first."""
    return pagination.query(SealStepRecord, f"SEALSTEPS#{enterprise_id}", page, newest_first=True).map(_step)


def _step(record: SealStepRecord) -> SealStep:
    enterprise_id = record.PK.partition("#")[2]
    at, _, event_id = record.SK.partition("#")
    context = _context(enterprise_id, event_id)
    return SealStep(
        enterprise_id=enterprise_id,
        event_id=event_id,
        kind=record.step,
        by=record.by,
        reason=crypto.unseal(record.reason, context) if record.reason else "",
        hash=record.hash,
        at=clock.from_text(at),
    )


def _context(enterprise_id: str, event_id: str) -> str:
    return f"documents|sealstep|{enterprise_id}|{event_id}"
