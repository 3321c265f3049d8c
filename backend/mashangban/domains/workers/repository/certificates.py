"""Certificates of persons, and where they count."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from pynamodb.expressions.update import Action

from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines import service as deadlines
from mashangban.deadlines.terms import DeadlineState
from mashangban.domains.workers import errors
from mashangban.domains.workers.models import TABLE, WorkersDeadlineRecord
from mashangban.domains.workers.models.skills import LicenceNumberRecord, LicenceRecord
from mashangban.domains.workers.rules import lapsing
from mashangban.domains.workers.rules.certificate import Licence
from mashangban.domains.workers.terms import TRADES
from mashangban.domains.workers.terms.skills import CLASSES, Standing
from mashangban.kernel import clock, crypto
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound, Stale
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.transaction import Transaction

MOST = 50
_PLAIN = tuple(n for n in Licence.__dataclass_fields__ if n not in {"id", "kind", "trade"})


def licence(certificate_id: str) -> Licence:
    """A certificate (a consistent read). Raises NotFound."""
    try:
        found = LicenceRecord.get(f"CERTIFICATE#{certificate_id}", "CERTIFICATE", consistent_read=True)
    except LicenceRecord.DoesNotExist as missing:
        raise NotFound() from missing
    return to_licence(found)


def of_person(person_id: str) -> list[Licence]:
    """A person's certificates, the latest entered first, without those taken out (one query; people have a few)."""
    found = LicenceRecord.query(
        f"HOLDER#{person_id}", index_name="GSI2", scan_index_forward=False, limit=MOST
    )
    return [one for one in map(to_licence, found) if one.standing is not Standing.REMOVED]


def all_of_person(person_id: str) -> Iterator[Licence]:
    """Every certificate that a person ever entered, those taken out too."""
    return map(to_licence, LicenceRecord.query(f"HOLDER#{person_id}", index_name="GSI2"))


def add(act: Act, new: Licence, event: Event, answer: Schema) -> None:
    """Write a new certificate. Raises CertificateKnown when its number has a holder."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record_of(new), event)
        tx.create(_number_of(new), otherwise=errors.CertificateKnown())
        _shift_deadline(tx, None, new)
        tx.answer(answer)


def change(
    act: Act,
    before: Licence,
    after: Licence,
    event: Event,
    answer: Schema | None = None,
    *,
    settles: deadlines.Due | None = None,
) -> None:
    """Write one step of a certificate; a number that nobody may rely on any more is free for its true holder."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record_of(before), event, _changes(before, after))
        if _holds_number(before) and not _holds_number(after):
            tx.delete(_number_of(before))
        if _holds_number(after) and not _holds_number(before):
            tx.create(_number_of(after), otherwise=errors.CertificateKnown())
        if settles is not None:
            settles.settle(tx)
        else:
            _shift_deadline(tx, before, after)
        tx.answer(answer)


def to_licence(record: LicenceRecord) -> Licence:
    """A stored certificate as the rules know it."""
    values: dict[str, Any] = {name: getattr(record, name) for name in _PLAIN}
    values["earlier_photos"] = values["earlier_photos"] or ()
    identity = str(record.PK).removeprefix("CERTIFICATE#")
    trade = TRADES[record.trade] if record.trade else None
    return Licence(id=identity, kind=CLASSES[record.class_code], trade=trade, **values)


def day_key(day: date | None) -> str:
    """A last day as lists are ordered by it; what never ends comes last."""
    return day.isoformat() if day else "9999-12-31"


def _holds_number(one: Licence) -> bool:
    return one.standing in (Standing.ENTERED, Standing.CHECKED)


def _shift_deadline(tx: Transaction, before: Licence | None, after: Licence) -> None:
    old = lapsing.expiry(before) if before else None
    new = lapsing.expiry(after)
    if old is not None and (new is None or new.kind != old.kind):
        stored = deadline_items.get(WorkersDeadlineRecord, old.subject, old.kind)
        if stored.state is DeadlineState.CLOSED:
            raise Stale()
        deadlines.close(tx, WorkersDeadlineRecord, stored)
    if new is not None and (old is None or new.kind != old.kind):
        deadlines.begin(tx, WorkersDeadlineRecord, new)


def _number_of(one: Licence) -> LicenceNumberRecord:
    trade = one.trade.code if one.trade else ""
    hashed = crypto.keyed_hash("certificate", f"{one.kind.code}|{trade}|{one.number.upper()}")
    return LicenceNumberRecord(f"CERTIFICATE-NUMBER#{hashed}", "NUMBER", certificate_id=one.id)


def _stored(one: Licence) -> dict[str, Any]:
    values = {name: getattr(one, name) for name in _PLAIN if name not in {"version", "chain"}}
    return values | {
        "class_code": one.kind.code,
        "trade": one.trade.code if one.trade else None,
        "earlier_photos": one.earlier_photos or None,
    }


def _record_of(one: Licence) -> LicenceRecord:
    keys: dict[str, Any] = {"GSI2PK": f"HOLDER#{one.person_id}", "GSI2SK": clock.to_text(one.added_at)}
    return LicenceRecord(one.subject.pk, "CERTIFICATE", **keys, **_stored(one))


def _changes(before: Licence, after: Licence) -> list[Action]:
    old, new = _stored(before), _stored(after)
    actions: list[Action] = []
    for name in (name for name in new if old[name] != new[name]):
        attribute: Any = getattr(LicenceRecord, name)
        actions.append(attribute.remove() if new[name] is None else attribute.set(new[name]))
    return actions
