"""What people wrote with the steps of a subject: encrypted, one item a step, beside its events.

A room derives `WordsRecord` with its own base and gives it to `Words`; events themselves hold no personal data.
"""

from dataclasses import dataclass

from pynamodb.attributes import UnicodeAttribute

from mashangban.kernel import crypto
from mashangban.kernel.attributes import InstantAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.events import Event, Subject
from mashangban.kernel.transaction import Transaction


class WordsRecord(Record):
    """What somebody wrote with a step. PK of the subject, SK WORDS#version."""

    words = UnicodeAttribute()
    at = InstantAttribute()


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one room, as its own records."""

    kind: type[WordsRecord]

    def keep(self, tx: Transaction, event: Event, text: str) -> None:
        """Store the words of a step under its version."""
        pk, number = event.subject.pk, event.version
        sealed = crypto.seal(text, self._context(pk, number))
        tx.put(self.kind(pk, f"WORDS#{number:08d}", words=sealed, at=event.at))

    def of(self, subject: Subject) -> dict[int, str]:
        """All words of a subject by the version of their step."""
        key = self.kind.SK
        found = self.kind.query(subject.pk, key.startswith("WORDS#"), consistent_read=True)
        numbered = ((int(str(one.SK).partition("#")[2]), one.words) for one in found)
        return {number: crypto.unseal(words, self._context(subject.pk, number)) for number, words in numbered}

    def _context(self, pk: str, number: int) -> str:
        return f"{self.kind.table.name}|{pk}|words|{number}"
