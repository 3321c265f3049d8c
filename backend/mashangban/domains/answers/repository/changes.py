"""What changed since the index was built: one small item a change, read by instant, written with the act itself."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from mashangban.domains.answers.models import ChangeRecord
from mashangban.kernel import clock
from mashangban.kernel.transaction import Transaction

# Longer than any process lives that answers questions, and than the time between two builds of the index.
_KEPT = timedelta(days=30)
_PK = "ANSWERCHANGES"


class Changed(StrEnum):
    """Of what the index is made."""

    PAIR = "pair"
    WORD = "word"


def note(tx: Transaction, kind: Changed, item_id: str) -> None:
    """Say within an act that something of the index is not what it was."""
    at = tx.act.at
    expires = int((at + _KEPT).timestamp())
    tx.put(ChangeRecord(_PK, _sort(at) + item_id, changed=kind.value, id=item_id, expires_at=expires))


def since(at: datetime | None) -> Iterator[tuple[datetime, Changed, str]]:
    """What changed at or after an instant, the first first; everything that is kept where none is named."""
    key: Any = ChangeRecord.SK
    where = key >= _sort(at) if at is not None else None
    for one in ChangeRecord.query(_PK, where, consistent_read=True):
        yield clock.from_text(str(one.SK).partition("#")[0]), Changed(one.changed), one.id


def _sort(at: datetime) -> str:
    return f"{clock.to_text(at)}#"
