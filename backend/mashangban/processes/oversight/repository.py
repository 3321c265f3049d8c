"""Reading the five boards of a place (one query each), and keeping who opened which line and why."""

from collections.abc import Iterator

from mashangban.kernel import boards, clock, crypto
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.settings import Table
from mashangban.kernel.transaction import Transaction
from mashangban.processes.oversight.models import TABLE, InspectionRecord
from mashangban.processes.oversight.rules import Boards, Look, Spot, Told, names
from mashangban.processes.oversight.terms import Source

_TABLES = {source: Table(source.value) for source in Source}


def boards_of(spot: Spot) -> Boards:
    """The counters of each domain for a place: five queries, whatever the number of projects."""
    return {source: boards.counters(_TABLES[source], name) for source, name in names(spot).items()}


def keep(act: Act, look: Look, reason: str, event: Event, answer: Schema) -> None:
    """Write who opens which line and why; the log's event holds the reason's fingerprint only."""
    record = InspectionRecord(
        look.subject.pk,
        "INSPECTION",
        GSI1PK=f"INSPECTED-BY#{look.person_id}",
        GSI1SK=clock.to_text(look.at),
        GSI2PK=f"INSPECTIONS-OF#{look.contract_id}",
        GSI2SK=clock.to_text(look.at),
        contract_id=look.contract_id,
        person_id=look.person_id,
        region=look.region,
        at=look.at,
        reason=crypto.seal(reason, _context(look.id)),
    )
    with Transaction(act, TABLE) as tx:
        tx.create(record, event)
        tx.answer(answer)


def look(look_id: str) -> Look:
    """An opening. Raises NotFound."""
    try:
        record = InspectionRecord.get(f"INSPECTION#{look_id}", "INSPECTION", consistent_read=True)
    except InspectionRecord.DoesNotExist as missing:
        raise NotFound() from missing
    return _look(record)


def of_contract(contract_id: str) -> Iterator[Told]:
    """Every opening of a contract with its reason, the first first."""
    found = InspectionRecord.query(f"INSPECTIONS-OF#{contract_id}", index_name="GSI2")
    return (_told(record) for record in found)


def _told(record: InspectionRecord) -> Told:
    look = _look(record)
    return Told(look, crypto.unseal(record.reason, _context(look.id)))


def _look(record: InspectionRecord) -> Look:
    identity = str(record.PK).removeprefix("INSPECTION#")
    return Look(identity, record.contract_id, record.person_id, record.region, record.at)


def _context(look_id: str) -> str:
    return f"oversight|{look_id}|reason"
