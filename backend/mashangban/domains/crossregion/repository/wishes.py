"""What people asked for and no list has, counted by what they called it: once a person, place and month."""

from datetime import date

from mashangban.domains.crossregion.models import TABLE, CountedRecord, WishRecord
from mashangban.kernel import counting, crypto
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.transaction import Transaction

# Counted words of a place in a month that are read to find the most asked for.
_READ = 500


def count(act: Act, region: str, word: str, day: date, answer: Schema) -> None:
    """Add one; the same person's second word of the month adds nothing."""
    whose = crypto.keyed_hash("crossregion-wish", act.actor.person_id)
    once = CountedRecord.of(f"{whose}#{region}#{day:%Y-%m}#{word}", act.at)
    one = WishRecord(_pk(region, day), word)
    if not counting.count(act, once, (one, [WishRecord.asked.add(1)]), answer=answer):
        with Transaction(act, TABLE) as tx:
            tx.answer(answer)


def of_region(region: str, day: date) -> list[tuple[str, int]]:
    """What was asked for in a place in the month in which a day lies, with how many asked."""
    found = WishRecord.query(_pk(region, day), limit=_READ)
    return [(one.SK, int(one.asked or 0)) for one in found]


def _pk(region: str, day: date) -> str:
    return f"WISHES#{region}#{day:%Y-%m}"
