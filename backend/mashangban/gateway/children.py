"""Programs that the supervisor starts: each in its own process group, none outliving the supervisor."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

_PR_SET_PDEATHSIG = 1  # prctl(2)
_LOG_LIMIT = 20 * 1024 * 1024
_STEADY_S = 10.0
_LONGEST_WAIT_S = 5.0
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


def die_with_parent() -> None:
    """Asks the kernel to kill this process when its parent is gone, however that ended (Linux only)."""
    if _libc is not None:
        _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


@dataclass(frozen=True, slots=True)
class Program:
    """What to start, where its words go, and how one knows that it works."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    log: Path
    ready: Callable[[], bool]


@dataclass(slots=True)
class Child:
    """One program, started again whenever it ends while it should run."""

    program: Program
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    failures: int = 0
    not_before: float = field(default=0.0)

    def start(self) -> None:
        """Starts the program; its output is appended to its log."""
        log = self.program.log
        log.parent.mkdir(parents=True, exist_ok=True)
        if log.exists() and log.stat().st_size > _LOG_LIMIT:
            log.replace(log.with_suffix(".old.log"))
        with log.open("ab") as output:
            # The supervisor has one thread, so code between fork and exec is safe.
            self.process = subprocess.Popen(
                self.program.command, env=dict(self.program.environment), stdin=subprocess.DEVNULL,
                stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
                preexec_fn=die_with_parent,
            )  # fmt: skip
        self.started = time.monotonic()

    @property
    def pid(self) -> int:
        """Process id of the running program."""
        assert self.process is not None
        return self.process.pid

    def ended(self) -> int | None:
        """The exit status when the program is not running, else None."""
        assert self.process is not None
        return self.process.poll()

    def plan_restart(self) -> float:
        """Seconds until the next start: none after a steady run, doubling after quick deaths."""
        self.failures = 0 if time.monotonic() - self.started > _STEADY_S else self.failures + 1
        wait: float = min(_LONGEST_WAIT_S, 0.1 * 2.0 ** min(self.failures, 8))
        self.not_before = time.monotonic() + wait
        self._signal(signal.SIGKILL)  # what the dead program left behind in its group
        self.process = None
        return wait

    def stop(self, patience_s: float = 8.0) -> None:
        """Ends the program and whatever it started: asked first, killed when it does not listen."""
        if self.process is None:
            return
        self._signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(patience_s)
        self._signal(signal.SIGKILL)
        self.process.wait()

    def _signal(self, number: signal.Signals) -> None:
        assert self.process is not None
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, number)

    def last_words(self, lines: int = 12) -> str:
        """The end of the program's log."""
        with suppress(OSError):
            return "\n".join(self.program.log.read_text("utf-8", "replace").splitlines()[-lines:])
        return ""
