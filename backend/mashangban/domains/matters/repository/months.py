"""What the stream writes: an office's list of what came in, and what its items did in a month, each event once."""

from collections.abc import Mapping
from datetime import date

from mashangban.domains.matters.models import CountedRecord, DeskRecord, ItemMonthRecord
from mashangban.domains.matters.rules.figures import ItemMonth
from mashangban.domains.matters.terms import Counted
from mashangban.kernel import clock, counting
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event


def enter(region: str, event: Event) -> None:
    """Put a matter that was handed in on its office's list; again it is the same line."""
    order = f"{clock.to_text(event.at)}#{event.subject.id}"
    DeskRecord(f"MATTERS-AT#{region}", order, matter_id=event.subject.id).save()


def count(act: Act, event: Event, region: str, item_id: str, what: Mapping[Counted, int]) -> None:
    """Add to an item's month, unless the event was counted before."""
    more = [getattr(ItemMonthRecord, one.value).add(amount) for one, amount in what.items() if amount]
    month = ItemMonthRecord(_pk(region, clock.local_date(event.at)), item_id)
    counting.count(act, CountedRecord.of(event.id, act.at), (month, more))


def of_region(region: str, day: date) -> list[ItemMonth]:
    """An office's items in the month in which a day lies."""
    return [_month(one) for one in ItemMonthRecord.query(_pk(region, day))]


def _month(one: ItemMonthRecord) -> ItemMonth:
    counted = {what: int(getattr(one, what.value) or 0) for what in Counted}
    return ItemMonth(one.SK, counted)


def _pk(region: str, day: date) -> str:
    return f"MATTERMONTH#{region}#{day:%Y-%m}"
