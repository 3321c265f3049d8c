"""A disk that fills up and has room again: a file system in memory, made as small as what lies on it."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

PAGE, SPARE_PAGES = 4096, 512
ROOM = "2g"


@dataclass(frozen=True)
class Disk:
    """A mounted folder."""

    folder: Path

    def fill(self) -> None:
        """From now on next to nothing fits: what is written while it shrinks, and a few pages."""
        for spare in range(0, SPARE_PAGES, 16):
            found = os.statvfs(self.folder)
            with suppress(subprocess.CalledProcessError):
                self._resize(str((found.f_blocks - found.f_bfree) * found.f_frsize + spare * PAGE))
                return
        raise AssertionError("the disk can not be made small")

    def relieve(self) -> None:
        """There is room again."""
        self._resize(ROOM)

    def _resize(self, size: str) -> None:
        _mount("-o", f"remount,size={size}", str(self.folder))


@contextmanager
def disk(folder: Path) -> Iterator[Disk | None]:
    """A disk of one's own in a folder; None where this machine lets nobody mount one."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        _mount("-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(folder))
    except (OSError, subprocess.CalledProcessError):
        yield None
        return
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def _mount(*how: str) -> None:
    subprocess.run(["mount", *how], check=True, capture_output=True)
