"""What a pair of zones did in a month, kept at both: each event is counted once, however often it is delivered."""

from collections.abc import Iterable
from datetime import date, timedelta

from mashangban.domains.crossregion.models import TABLE, CountedRecord, PairMonthRecord
from mashangban.domains.crossregion.rules.figures import PairFigures
from mashangban.domains.crossregion.terms.cases import Counted
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Stale
from mashangban.kernel.transaction import Transaction

_KEPT = timedelta(days=40)


def count(act: Act, once: str, sender: str, home: str, day: date, what: Iterable[Counted]) -> None:
    """Add one to each, unless `once` was counted before."""
    expires = int((act.at + _KEPT).timestamp())
    more = [getattr(PairMonthRecord, one.value).add(1) for one in what]
    try:
        with Transaction(act, TABLE) as tx:
            tx.create(CountedRecord(f"COUNTED#{once}", "COUNTED", expires_at=expires))
            for region in {sender, home} - {""}:
                month = PairMonthRecord(_pk(region, day), f"{sender}#{home}")
                # An update makes the item without saying what it is.
                tx.update(month, [PairMonthRecord.kind.set(PairMonthRecord), *more])
    except Stale:
        return


def of_region(region: str, day: date) -> list[PairFigures]:
    """A zone's pairs in the month in which a day lies."""
    return [_figures(one) for one in PairMonthRecord.query(_pk(region, day))]


def _figures(one: PairMonthRecord) -> PairFigures:
    sender, _, home = one.SK.partition("#")
    return PairFigures(sender, home, **{what.value: int(getattr(one, what.value) or 0) for what in Counted})


def _pk(region: str, day: date) -> str:
    return f"PAIRS#{region}#{day:%Y-%m}"
