"""The clock of this machine as the product's own programs see it, set wrong at will (wrongclock.c).

The engine, the object store and the partners keep the right time, and so does whoever proves what holds.
"""

import os
import shutil
import struct
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from mashangban.gateway.children import Program
from mashangban.gateway.settings import local_settings
from mashangban.gateway.supervisor import Supervisor
from tests.stack import LocalStack

SOURCE = Path(__file__).with_name("wrongclock.c")
LIBRARY, SHOWN = "WRONG_CLOCK_LIBRARY", "WRONG_CLOCK"


@dataclass(frozen=True)
class Clock:
    """What is loaded before a program, and the file that says how wrong its clock is."""

    library: Path
    file: Path

    def set_wrong(self, seconds: int) -> None:
        """So many seconds ahead, or behind below 0; 0 is right. All programs see it at once."""
        with self.file.open("r+b") as shown:
            shown.write(struct.pack("=q", seconds))


def clock(folder: Path) -> Clock | None:
    """A clock that is right, made in this folder; None where no C compiler is at hand."""
    compiler = shutil.which("cc")
    if compiler is None:
        return None
    made = Clock(folder / "wrongclock.so", folder / "clock")
    subprocess.run([compiler, "-shared", "-fPIC", "-O2", "-o", made.library, SOURCE], check=True)
    made.file.write_bytes(struct.pack("=q", 0))
    return made


class StackOfWrongClock(LocalStack):
    """The product whose own programs go by such a clock."""

    module = "tests.chaos.clocks"

    def __init__(self, data: Path, clock: Clock, **more: str) -> None:
        own = {LIBRARY: str(clock.library), SHOWN: str(clock.file)}
        super().__init__(data, variables={**own, **more})


class SupervisorOfWrongClock(Supervisor):
    """Starts the product's own programs by the clock that its environment names, and nothing else by it."""

    def _own(self, name: str, variables: Mapping[str, str]) -> Program:
        program = super()._own(name, variables)
        return replace(program, environment={**program.environment, "LD_PRELOAD": os.environ[LIBRARY]})


if __name__ == "__main__":
    SupervisorOfWrongClock(local_settings()).run()
