"""What people wrote with the steps of a defect: encrypted, one item a step."""

from mashangban.domains.homes.models import DefectWordsRecord
from mashangban.kernel import crypto
from mashangban.kernel.events import Event, Subject
from mashangban.kernel.transaction import Transaction


def keep(tx: Transaction, event: Event, text: str) -> None:
    """Store the words of a step under its version."""
    pk, number = event.subject.pk, event.version
    sealed = crypto.seal(text, _context(pk, number))
    tx.put(DefectWordsRecord(pk, f"WORDS#{number:08d}", words=sealed, at=event.at))


def of(subject: Subject) -> dict[int, str]:
    """All words of a subject by the version of their step."""
    key = DefectWordsRecord.SK
    found = DefectWordsRecord.query(subject.pk, key.startswith("WORDS#"), consistent_read=True)
    numbered = ((int(str(one.SK).partition("#")[2]), one.words) for one in found)
    return {number: crypto.unseal(words, _context(subject.pk, number)) for number, words in numbered}


def _context(pk: str, number: int) -> str:
    return f"homes|{pk}|words|{number}"
