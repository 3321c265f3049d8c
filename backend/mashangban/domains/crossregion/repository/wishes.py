"""What people asked for and no list has, counted by what they called it: once a person, place and month."""

from datetime import date, timedelta

from mashangban.domains.crossregion.models import TABLE, CountedRecord, WishRecord
from mashangban.kernel import crypto
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Stale
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.transaction import Transaction

_KEPT = timedelta(days=40)
# Counted words of a place in a month that are read to find the most asked for.
_READ = 500


def count(act: Act, region: str, word: str, day: date, answer: Schema) -> None:
    """Add one; the same person's second word of the month adds nothing."""
    whose = crypto.keyed_hash("crossregion-wish", act.actor.person_id)
    once = CountedRecord(
        f"COUNTED#{whose}#{region}#{day:%Y-%m}#{word}",
        "COUNTED",
        expires_at=int((act.at + _KEPT).timestamp()),
    )
    one = WishRecord(_pk(region, day), word)
    try:
        with Transaction(act, TABLE) as tx:
            tx.create(once)
            # An update makes the item without saying what it is.
            tx.update(one, [WishRecord.kind.set(WishRecord), WishRecord.asked.add(1)])
            tx.answer(answer)
    except Stale:
        with Transaction(act, TABLE) as tx:
            tx.answer(answer)


def of_region(region: str, day: date) -> list[tuple[str, int]]:
    """What was asked for in a place in the month in which a day lies, with how many asked."""
    found = WishRecord.query(_pk(region, day), limit=_READ)
    return [(one.SK, int(one.asked or 0)) for one in found]


def _pk(region: str, day: date) -> str:
    return f"WISHES#{region}#{day:%Y-%m}"
