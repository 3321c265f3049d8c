"""The processes of a running stack: found, and killed as hard as can be."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from tests.stack import LocalStack, wait_for


def kill(stack: LocalStack, name: str) -> int:
    """Kills a part of the stack, once it runs, as hard as can be; returns its process id."""
    pid: int = wait_for(lambda: running(stack, name), f"{name} to run")
    os.kill(pid, signal.SIGKILL)
    return pid


def running(stack: LocalStack, name: str) -> int | None:
    """The process id of a part that runs."""
    pid = stack.state["pids"].get(name)
    return pid if pid is not None and alive(pid) else None


def alive(pid: int) -> bool:
    """Whether a process runs (a zombie does not)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def family(pid: int) -> set[int]:
    """A process and all its descendants."""
    found = {pid}
    while True:
        children = {
            int(entry.name)
            for entry in Path("/proc").iterdir()
            if entry.name.isdigit() and _parent(entry) in found and int(entry.name) not in found
        }
        if not children:
            return found
        found |= children


def _parent(entry: Path) -> int:
    try:
        return int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return -1
