"""An item stands through its last day; the clock takes it down after, and never what has become another edition."""

import datetime as dt

import pytest

from mashangban.domains.guides import errors
from mashangban.domains.guides.service import items, lapsing, reading
from mashangban.kernel import clock
from tests.guides.conftest import TODAY, Bureau, written

LAST = TODAY + dt.timedelta(days=2)


def at(day: dt.date) -> dt.datetime:
    return clock.from_text(f"{day}T00:30:00+08:00")


def test_an_item_is_taken_down_after_its_last_day_and_says_so(bureau: Bureau) -> None:
    made = bureau.published(valid_until=LAST.isoformat())
    lapsing.run(at(LAST))
    assert reading.show(made, LAST).in_force
    assert lapsing.run(at(LAST + dt.timedelta(days=1))) >= 1
    with pytest.raises(errors.ItemWithdrawn, match=f"有效期到 {LAST} 为止"):
        reading.show(made, TODAY)
    assert lapsing.run(at(LAST + dt.timedelta(days=1))) == 0


def test_what_was_prolonged_meanwhile_stands(bureau: Bureau) -> None:
    made = bureau.published(valid_until=LAST.isoformat())
    items.edit(bureau.act(), made, written(valid_until=None))
    bureau.publish(made)
    lapsing.run(at(LAST + dt.timedelta(days=1)))
    assert reading.show(made, LAST).edition == 2
