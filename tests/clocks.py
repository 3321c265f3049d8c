"""The clock of one table, without what other tests left on it."""

from mashangban.deadlines import repository
from mashangban.deadlines.models import SHARDS, DeadlineRecord


def clear(kind: type[DeadlineRecord]) -> None:
    """No deadline of an earlier test fires here: a sweep takes all that is due, whosesoever it is."""
    for shard in range(SHARDS):
        with kind.batch_write() as batch:
            for record in repository.open_in(kind, shard):
                batch.delete(record)
