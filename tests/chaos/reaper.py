"""What goes wrong: parts are killed as hard as can be, partners are slow, broken, or silent after they did it, the disk
is full, our clock jumps.
"""

import os
import signal
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random

import httpx

from tests import wire
from tests.chaos.clocks import Clock
from tests.chaos.disk import Disk
from tests.processes import family, running
from tests.stack import LocalStack

PARTS = ("engine", "objects", "sandbox", "streams", "schedules", "web")
PARTNERS = ("sms", "identity", "wechat", "bank", "treasury", "eseal")
FAULTS: tuple[dict[str, object], ...] = (
    {"delay_ms": 4_000, "times": 3},
    {"status": 500, "times": 3},
    {"drop_after_success": True, "times": 2},
    {"clock_s": 600, "times": 3},
)
MINUTE, HOUR, DAY = 60, 3_600, 86_400
JUMPS = {
    10 * MINUTE: "ten minutes ahead", -10 * MINUTE: "ten minutes behind", HOUR: "an hour ahead",
    -HOUR: "an hour behind", 2 * DAY: "two days ahead",
}  # fmt: skip
WRONG_FOR_S = (4.0, 15.0)
_NAMES = {
    "delay_ms": "slow", "status": "failing", "drop_after_success": "silent after it did it",
    "clock_s": "with a clock ten minutes fast",
}  # fmt: skip


@dataclass(frozen=True)
class Means:
    """What this machine lets a reaper do besides killing; None where it does not."""

    disk: Disk | None = None
    clock: Clock | None = None


@dataclass
class Reaper:
    """Kills something every few seconds, one of the workers behind the gateway as often as a whole part."""

    stack: LocalStack
    chance: Random
    pause_s: tuple[float, float]
    means: Means = Means()
    done: list[str] = field(default_factory=list)
    wrong_until: float = 0.0
    set_ahead: bool = False

    def go_on(self, stop: threading.Event) -> None:
        """Until it is told to stop."""
        acts = (
            self._kill_part,
            self._kill_part,
            self._kill_worker,
            self._trouble,
            self._choke,
            self._jump,
            self._jump,
        )
        while not stop.wait(self.chance.uniform(*self.pause_s)):
            if time.monotonic() > self.wrong_until:
                self._set_right()
            self.chance.choice(acts)()

    def _kill_part(self) -> None:
        name = self.chance.choice(PARTS)
        if pid := running(self.stack, name):
            self._kill(pid, name)

    def _kill_worker(self) -> None:
        web = running(self.stack, "web")
        if web and (workers := sorted(family(web) - {web})):
            self._kill(self.chance.choice(workers), "a web worker")

    def _kill(self, pid: int, name: str) -> None:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
            self.done.append(f"{name} killed")

    def _trouble(self) -> None:
        partner, fault = self.chance.choice(PARTNERS), self.chance.choice(FAULTS)
        with suppress(httpx.TransportError):
            answer = wire.put(f"{self.stack.state['sandbox']}/_faults/{partner}", json=fault, timeout=5)
            if answer.is_success:
                self.done.append(f"{partner} {_NAMES[next(iter(fault))]}")

    def _choke(self) -> None:
        """No room on the disk for a few seconds."""
        if (disk := self.means.disk) is not None:
            disk.fill()
            time.sleep(self.chance.uniform(1.0, 4.0))
            disk.relieve()
            self.done.append("the disk was full")

    def _jump(self) -> None:
        """Our own clock is set wrong; a later round sets it right, unless it jumps again first."""
        if (clock := self.means.clock) is not None:
            seconds = self.chance.choice(list(JUMPS))
            clock.set_wrong(seconds)
            self.wrong_until = time.monotonic() + self.chance.uniform(*WRONG_FOR_S)
            self.set_ahead |= seconds > 0
            self.done.append(f"our clock {JUMPS[seconds]}")

    def _set_right(self) -> None:
        if self.means.clock is not None:
            self.means.clock.set_wrong(0)

    def tally(self) -> Counter[str]:
        """How often what was done."""
        return Counter(self.done)

    def relent(self) -> None:
        """No fault is left on, our clock is right, and every part is back."""
        self._set_right()
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with suppress(httpx.TransportError):
                if wire.request("DELETE", f"{self.stack.state['sandbox']}/_faults", timeout=5).is_success:
                    return
            time.sleep(0.3)
