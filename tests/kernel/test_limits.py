"""Doors without sign-in count who comes."""

from datetime import UTC, datetime, timedelta

import pytest

from mashangban.kernel import ids, limits
from mashangban.kernel.dynamodb import client
from mashangban.kernel.limits import Limit, TooOften
from mashangban.kernel.settings import Table

pytestmark = pytest.mark.usefixtures("tables")
NOON = datetime(2026, 11, 26, 12, 0, 0, tzinfo=UTC)


def limit(times: int = 3) -> Limit:
    return Limit(Table("workers"), f"test{ids.new_id()}", times, timedelta(minutes=10))


def test_an_address_comes_so_often_and_is_told_how_long_to_wait() -> None:
    door = limit()
    for _ in range(3):
        limits.count(door, "198.51.100.7", NOON)
    with pytest.raises(TooOften) as refused:
        limits.count(door, "198.51.100.7", NOON + timedelta(minutes=4))
    assert refused.value.retry_after_seconds == 360


def test_another_address_and_another_window_go_on() -> None:
    door = limit(1)
    limits.count(door, "198.51.100.7", NOON)
    limits.count(door, "198.51.100.8", NOON)
    limits.count(door, "198.51.100.7", NOON + timedelta(minutes=10))


def test_the_address_itself_is_not_kept() -> None:
    door = limit()
    limits.count(door, "198.51.100.7", NOON)
    pages = client().get_paginator("scan").paginate(TableName=door.table.physical)
    mine = [one for page in pages for one in page["Items"] if door.name in one["PK"]["S"]]
    assert len(mine) == 1
    assert "198.51" not in str(mine)
    assert int(mine[0]["expires_at"]["N"]) == int((NOON + timedelta(minutes=10)).timestamp())


def test_a_time_that_is_given_back_may_be_used_again_and_a_success_clears_the_count() -> None:
    door, who = limit(2), "13900000000"
    limits.count(door, who, NOON)
    limits.count(door, who, NOON)
    limits.give_back(door, who, NOON)
    limits.count(door, who, NOON)
    with pytest.raises(TooOften):
        limits.count(door, who, NOON)
    limits.forget(door, who, NOON)
    limits.count(door, who, NOON)
