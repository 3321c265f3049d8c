"""What was written with a matter's stars, the office's answer, why one was sent back: sealed."""

import json

from mashangban.domains.matters.models import RatedWordsRecord
from mashangban.domains.matters.rules.rating import RatedWords
from mashangban.kernel import crypto
from mashangban.kernel.events import Subject
from mashangban.kernel.transaction import Transaction


def get(subject: Subject) -> RatedWords:
    """The words of a matter that was rated. Without any, empty ones."""
    try:
        found = RatedWordsRecord.get(subject.pk, "RATED", consistent_read=True)
    except RatedWordsRecord.DoesNotExist:
        return RatedWords()
    return RatedWords(*json.loads(crypto.unseal(found.sealed, _context(subject))))


def put(tx: Transaction, subject: Subject, words: RatedWords) -> None:
    """Keep them within the act that says them."""
    text = json.dumps([words.said, words.answer, words.returned], ensure_ascii=False, separators=(",", ":"))
    tx.put(RatedWordsRecord(subject.pk, "RATED", sealed=crypto.seal(text, _context(subject))))


def drop(tx: Transaction, subject: Subject) -> None:
    """Keep nothing of what was written any more."""
    tx.delete(RatedWordsRecord(subject.pk, "RATED"))


def _context(subject: Subject) -> str:
    return f"matters|{subject.pk}|rated"
