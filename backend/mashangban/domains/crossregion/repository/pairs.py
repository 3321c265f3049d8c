"""What a pair of zones did in a month, kept at both: each event is counted once, however often it is delivered."""

from collections.abc import Iterable
from datetime import date

from mashangban.domains.crossregion.models import CountedRecord, PairMonthRecord
from mashangban.domains.crossregion.rules.figures import PairFigures
from mashangban.domains.crossregion.terms.cases import Counted
from mashangban.kernel import counting
from mashangban.kernel.acts import Act


def count(act: Act, once: str, sender: str, home: str, day: date, what: Iterable[Counted]) -> None:
    """Add one to each, unless `once` was counted before."""
    more = [getattr(PairMonthRecord, one.value).add(1) for one in what]
    zones = {sender, home} - {""}
    months = [PairMonthRecord(_pk(region, day), f"{sender}#{home}") for region in zones]
    counting.count(act, CountedRecord.of(once, act.at), *((month, more) for month in months))


def of_region(region: str, day: date) -> list[PairFigures]:
    """A zone's pairs in the month in which a day lies."""
    return [_figures(one) for one in PairMonthRecord.query(_pk(region, day))]


def _figures(one: PairMonthRecord) -> PairFigures:
    sender, _, home = one.SK.partition("#")
    return PairFigures(sender, home, **{what.value: int(getattr(one, what.value) or 0) for what in Counted})


def _pk(region: str, day: date) -> str:
    return f"PAIRS#{region}#{day:%Y-%m}"
