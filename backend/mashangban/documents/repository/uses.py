"""The register of seal uses: written in the transaction that keeps the sealed file, read newest first."""

from mashangban.documents.models import SealUseRecord
from mashangban.documents.rules.records import SealUsed
from mashangban.kernel import clock, crypto, pagination
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

_PLAIN = (
    "document_id", "template", "number", "sha256", "certificate_serial", "authorisation", "authorisation_id",
    "operator_id", "confirmed_at", "sealed_at",
)  # fmt: skip


def note(tx: Transaction, one: SealUsed) -> None:
    """One use, within the transaction that keeps the file."""
    kept = {name: getattr(one, name) for name in _PLAIN}
    sealed = crypto.seal(one.operator_name, _context(one.enterprise_id, one.document_id))
    order = f"{clock.to_text(one.sealed_at)}#{one.document_id}"
    tx.create(SealUseRecord(f"SEALUSES#{one.enterprise_id}", order, operator_name=sealed, **kept))


def of_enterprise(enterprise_id: str, page: PageRequest) -> Page[SealUsed]:
    """What an enterprise's seal was used for, the newest first."""
    found = pagination.query(SealUseRecord, f"SEALUSES#{enterprise_id}", page, newest_first=True)
    return found.map(_used)


def _used(record: SealUseRecord) -> SealUsed:
    enterprise_id = record.PK.partition("#")[2]
    name = crypto.unseal(record.operator_name, _context(enterprise_id, record.document_id))
    kept = {field: getattr(record, field) for field in _PLAIN}
    return SealUsed(enterprise_id=enterprise_id, operator_name=name, **kept)


def _context(enterprise_id: str, document_id: str) -> str:
    return f"documents|sealuse|{enterprise_id}|{document_id}"
