"""What people wrote with the steps of a ticket or a rating: encrypted, one item a step."""

from mashangban.domains.helpdesk.models import WordsRecord
from mashangban.kernel import crypto
from mashangban.kernel.events import Event, Subject
from mashangban.kernel.transaction import Transaction


def keep(tx: Transaction, event: Event, text: str) -> None:
    """Store the words of a step under its version; nothing where nobody wrote any."""
    if not text:
        return
    pk, number = event.subject.pk, event.version
    tx.put(WordsRecord(pk, _sk(number), words=crypto.seal(text, _context(pk, number))))


def of(subject: Subject) -> dict[int, str]:
    """All words of a subject by the version of their step."""
    key = WordsRecord.SK
    found = WordsRecord.query(subject.pk, key.startswith("WORDS#"), consistent_read=True)
    numbered = ((int(str(one.SK).partition("#")[2]), one.words) for one in found)
    return {number: crypto.unseal(words, _context(subject.pk, number)) for number, words in numbered}


def drop(tx: Transaction, subject: Subject, number: int) -> None:
    """Take the words of a step away."""
    tx.delete(WordsRecord(subject.pk, _sk(number)))


def _sk(number: int) -> str:
    return f"WORDS#{number:08d}"


def _context(pk: str, number: int) -> str:
    return f"helpdesk|{pk}|words|{number}"
