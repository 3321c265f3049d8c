"""What is delivered twice is counted once; what was counted goes by itself after its days."""

import datetime as dt
from typing import Any

import pytest
from pynamodb.attributes import DiscriminatorAttribute, NumberAttribute

from mashangban.kernel import clock, counting, ids
from mashangban.kernel.acts import system_act
from mashangban.kernel.counting import OnceRecord
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

pytestmark = pytest.mark.usefixtures("tables")


class HereRecord(Record):
    class Meta:
        table_name = ""

    table = Table("workers")
    kind = DiscriminatorAttribute()


class SumRecord(HereRecord, discriminator="test-sum"):
    came = NumberAttribute(null=True)


class SeenRecord(OnceRecord, HereRecord, discriminator="test-seen"):
    pass


def came(pk: str) -> int:
    return int(SumRecord.get(pk, "SUM").came)


def add(what: str, pk: str) -> bool:
    act = system_act("tests")
    steps: list[Any] = [SumRecord.came.add(1)]
    return counting.count(act, SeenRecord.of(what, act.at), (SumRecord(pk, "SUM"), steps))


def test_the_same_event_adds_once_and_another_adds_again() -> None:
    pk, first, second = f"TEST#{ids.new_id()}", ids.new_id(), ids.new_id()
    assert [add(first, pk), add(first, pk), add(second, pk)] == [True, False, True]
    assert came(pk) == 2


def test_what_was_counted_is_kept_for_forty_days_or_as_long_as_asked() -> None:
    now = clock.now()
    kept = [SeenRecord.of("one", now).expires_at, SeenRecord.of("one", now, dt.timedelta(days=2)).expires_at]
    assert [one - int(now.timestamp()) for one in kept] == [40 * 86400, 2 * 86400]
