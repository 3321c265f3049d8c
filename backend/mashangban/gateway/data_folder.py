"""The data folder: writable, with room, and used by one instance at a time."""

import errno
import fcntl
import os
import shutil
from typing import TextIO

from mashangban.gateway.messages import CannotStartError
from mashangban.gateway.settings import LocalSettings

NEEDED_MB = 200


def free_mb(settings: LocalSettings) -> int:
    """Megabytes left where the data lies."""
    return shutil.disk_usage(settings.data).free // 2**20


def claim(settings: LocalSettings) -> TextIO:
    """Makes the folder ready and locks it; the lock lasts as long as the returned file is open."""
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        lock = (settings.data / "lock").open("a+", encoding="ascii")
        _probe(settings)
    except OSError as reason:
        if reason.errno in (errno.ENOSPC, errno.EDQUOT) and (shortage := _shortage(settings)) is not None:
            raise shortage from reason
        explanation = reason.strerror or str(reason)
        raise CannotStartError("data-unwritable", data=settings.data, reason=explanation) from reason
    _lock(settings, lock)
    if (shortage := _shortage(settings)) is not None:
        raise shortage
    return lock


def _probe(settings: LocalSettings) -> None:
    """Writes a page for real: a full or read-only disk refuses this, not the opening of a file."""
    probe = settings.data / f".probe.{os.getpid()}"
    try:
        probe.write_bytes(b"\0" * 4096)
    finally:
        probe.unlink(missing_ok=True)


def _lock(settings: LocalSettings, lock: TextIO) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as held:
        lock.seek(0)
        pid, other = lock.read().strip() or "?", settings.port + 1
        raise CannotStartError("data-locked", pid=pid, data=settings.data, other=other) from held
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()


def _shortage(settings: LocalSettings) -> CannotStartError | None:
    existing = next(path for path in (settings.data, *settings.data.parents) if path.exists())
    free = shutil.disk_usage(existing).free // 2**20
    if free >= NEEDED_MB:
        return None
    return CannotStartError("disk-full", data=settings.data, free=free, needed=NEEDED_MB)
