"""What a person brings, sealed as a whole: names of papers, files, lines of the form, an address."""

import json
from typing import Any

from mashangban.domains.matters.models import DossierRecord, ResultsRecord
from mashangban.domains.matters.rules.dossier import Attached, Dossier, Entry, Verdict
from mashangban.domains.matters.terms import Brought, Delivery
from mashangban.kernel import crypto
from mashangban.kernel.events import Subject
from mashangban.kernel.transaction import Transaction


def get(subject: Subject) -> Dossier:
    """What a matter brings; nothing while nothing was kept."""
    try:
        found = DossierRecord.get(subject.pk, "DOSSIER", consistent_read=True)
    except DossierRecord.DoesNotExist:
        return Dossier()
    return _load(json.loads(crypto.unseal(found.sealed, _context(subject))))


def put(tx: Transaction, subject: Subject, one: Dossier) -> None:
    """Keep it within the act that changes it."""
    text = json.dumps(_dump(one), ensure_ascii=False, separators=(",", ":"))
    tx.put(DossierRecord(subject.pk, "DOSSIER", sealed=crypto.seal(text, _context(subject))))


def results(subject: Subject) -> tuple[Attached, ...]:
    """The files of a matter's result."""
    try:
        return ResultsRecord.get(subject.pk, "RESULTS", consistent_read=True).files
    except ResultsRecord.DoesNotExist:
        return ()


def put_results(tx: Transaction, subject: Subject, files: tuple[Attached, ...]) -> None:
    """Keep the result's files within the act that decides."""
    tx.put(ResultsRecord(subject.pk, "RESULTS", files=files))


def drop(tx: Transaction, subject: Subject) -> None:
    """Keep nothing of what the person brought any more."""
    tx.delete(DossierRecord(subject.pk, "DOSSIER"))


def _context(subject: Subject) -> str:
    return f"matters|{subject.pk}|dossier"


def _dump(one: Dossier) -> dict[str, Any]:
    return {
        "entries": [_dump_entry(each) for each in one.entries],
        "values": dict(one.values),
        "delivery": one.delivery.value,
        "address": one.address,
    }


def _dump_entry(one: Entry) -> list[Any]:
    verdict = [one.verdict.fine, one.verdict.why] if one.verdict else None
    return [one.name, one.how.value, [_dump_file(each) for each in one.files], one.because, verdict]


def _dump_file(one: Attached) -> list[str]:
    return [one.file_id, one.sha256, one.filename]


def _load(raw: dict[str, Any]) -> Dossier:
    return Dossier(
        entries=tuple(_load_entry(each) for each in raw["entries"]),
        values=raw["values"],
        delivery=Delivery(raw["delivery"]),
        address=raw["address"],
    )


def _load_entry(raw: list[Any]) -> Entry:
    name, how, files, because, verdict = raw
    word = Verdict(*verdict) if verdict else None
    return Entry(name, Brought(how), tuple(Attached(*each) for each in files), because, word)
