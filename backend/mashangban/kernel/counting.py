"""Counting a thing once, however often it is delivered: what was counted leaves an item of its own, which expires.

A room derives its item from this and its base: `class CountedRecord(OnceRecord, HomesRecord, discriminator=…)`.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Self

from pydantic import BaseModel
from pynamodb.attributes import NumberAttribute
from pynamodb.expressions.update import Action

from mashangban.kernel.acts import Act
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.errors import Stale
from mashangban.kernel.transaction import Transaction

# Longer than a stream keeps what it may deliver again, and than the month that is counted.
_KEPT = timedelta(days=40)


class OnceRecord(Record):
    """What was counted already. PK COUNTED#what, SK COUNTED; expires."""

    expires_at = NumberAttribute()

    @classmethod
    def of(cls, what: str, at: datetime, kept: timedelta = _KEPT) -> Self:
        """The item of what is counted now; it goes when it was kept so long."""
        return cls(f"COUNTED#{what}", "COUNTED", expires_at=int((at + kept).timestamp()))


def count(
    act: Act, once: OnceRecord, *added: tuple[Record, Sequence[Action]], answer: BaseModel | None = None
) -> bool:
    """Write the additions, and what the act answers, unless it was counted before; False when it was."""
    try:
        with Transaction(act, once.table) as tx:
            tx.create(once)
            for record, actions in added:
                tx.upsert(record, actions)
            if answer is not None:
                tx.answer(answer)
    except Stale:
        return False
    return True
