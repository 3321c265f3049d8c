"""Keys by which a client of the protocol reports for a person: kept as hashes, one a person."""

import hashlib

from mashangban.domains.publicareas.models import TABLE, KeyOwnerRecord, ReporterKeyRecord
from mashangban.domains.publicareas.rules.reporter import ReporterKey
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.transaction import Transaction


def hashed(key: str) -> str:
    """A key's hash: the key has 192 random bits, so nothing slower is needed."""
    return hashlib.sha256(key.encode()).hexdigest()


def owner(key: str) -> str | None:
    """The person behind a key."""
    try:
        return str(KeyOwnerRecord.get(f"APIKEY#{hashed(key)}", "APIKEY", consistent_read=True).person_id)
    except KeyOwnerRecord.DoesNotExist:
        return None


def of_person(person_id: str) -> ReporterKey:
    """A person's key as it stands; one without a hash where there never was any."""
    try:
        found = ReporterKeyRecord.get(f"REPORTERKEY#{person_id}", "KEY", consistent_read=True)
    except ReporterKeyRecord.DoesNotExist:
        return ReporterKey(person_id)
    return ReporterKey(person_id, found.hash or "", int(found.version), found.chain)


def replace(act: Act, before: ReporterKey, digest: str, event: Event, answer: Schema | None) -> None:
    """Another key, or none, in place of the one before."""
    pk = before.subject.pk
    with Transaction(act, TABLE) as tx:
        if before.version:
            change = ReporterKeyRecord.hash.set(digest) if digest else ReporterKeyRecord.hash.remove()
            tx.amend(ReporterKeyRecord(pk, "KEY"), event, [change])
        else:
            tx.create(ReporterKeyRecord(pk, "KEY", hash=digest or None), event)
        if before.hash:
            tx.delete(KeyOwnerRecord(f"APIKEY#{before.hash}", "APIKEY"))
        if digest:
            tx.create(KeyOwnerRecord(f"APIKEY#{digest}", "APIKEY", person_id=before.person_id))
        tx.answer(answer)
