"""A shard of a stream outlives a disk that has no room for its progress or for a dead letter."""

import sqlite3
from typing import Any
from unittest.mock import Mock

import pytest

from mashangban.gateway.streams.delivery import Delivery
from mashangban.gateway.streams.records import Record
from mashangban.gateway.streams.shard import Pace, Shard
from tests.stack import wait_for

ONCE = Pace(batch_size=1, window_s=0, duplicates=0)


@pytest.mark.parametrize(
    "full", [sqlite3.OperationalError("database or disk is full"), OSError(28, "no room")]
)
@pytest.mark.parametrize("part", ["deliver", "save"])
def test_what_a_full_disk_refused_is_done_when_there_is_room_and_in_order(part: str, full: Exception) -> None:
    delivery, save = Mock(spec=Delivery), Mock()
    refusing: Any = {"deliver": delivery.deliver, "save": save}[part]
    refusing.side_effect = [full, None, None]
    shard = Shard(delivery, ONCE, 0, save, "a shard")
    records = [Mock(spec=Record, sequence=number, written_at=0.0) for number in (1, 2)]
    for record in records:
        shard.offer(record)
    wait_for(lambda: shard.pending() == 0, "both to be done", 10)
    kept = [call.args[0] for call in save.call_args_list]
    assert kept == ([1, 2] if part == "deliver" else [1, 1, 2])
    told = [call.args[0][0].sequence for call in delivery.deliver.call_args_list]
    assert told == ([1, 1, 2] if part == "deliver" else [1, 2])
