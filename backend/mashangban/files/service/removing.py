"""Removing what no record points to any more (个人信息保护法 Art. 47), or never did (Art. 19); ADR 29 and 32.

The item goes in one act, and its event stays to tell of it. The objects go by the stream, after everything that was
drawn of the file before; while the store is away the stream asks again.
"""

import logging
from collections.abc import Iterable
from datetime import datetime

from mashangban.files import events
from mashangban.files.repository import items, objects
from mashangban.files.repository.records import SHARDS
from mashangban.files.rules import uploads
from mashangban.files.rules.uploads import LetGo
from mashangban.files.service import chain
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import Stale

log = logging.getLogger(__name__)


def release(act: Act, file_ids: Iterable[str], told: LetGo, why: str) -> None:
    """A room lets go: it holds the files no more, and those that nobody holds then are removed.

    Told twice, it changes nothing more. Raises Stale while one is being prepared or taken: the stream asks again.
    """
    for file_id in file_ids:
        file = items.find(file_id)
        held = uploads.let_go(file, told) if file else None
        if file is None or held is None:
            continue
        if held:
            items.save_let_go(act, file, held)
        else:
            items.save_removed(act, file, chain.event(act, file, events.REMOVED, room=told.room, why=why))


def sweep(now: datetime) -> int:
    """One look of the clock at the files that no record took in time; how many it removed."""
    act = system_act("files_clock", now)
    return sum(_swept(act, shard) for shard in range(SHARDS))


def _swept(act: Act, shard: int) -> int:
    """Page by page until none goes: on AWS the index lags and may show again what was just removed."""
    removed = 0
    while done := sum(_tried(act, file_id) for file_id in items.unused(shard, act.at)):
        removed += done
    return removed


def _tried(act: Act, file_id: str) -> bool:
    try:
        return _removed(act, file_id)
    except Exception:
        log.exception("file %s could not be removed", file_id)
        return False


def _removed(act: Act, file_id: str) -> bool:
    file = items.find(file_id)
    if file is None or not uploads.is_unused(file, act.at):
        return False
    try:
        items.save_removed(act, file, chain.event(act, file, events.REMOVED, why=events.UNUSED))
    except Stale:
        log.info("file %s was taken while it was removed; the next run looks again", file_id)
        return False
    return True


def clear(file_id: str) -> None:
    """Take everything that was kept of a removed file out of the store; what is gone already is left."""
    for key in objects.kept(file_id):
        objects.delete(key)
