"""A clock set wrong is wrong for a program that runs, forward and back, and its waits stay as long as they are."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.chaos import clocks
from tests.engine import ROOT

WATCH = """
import sys, threading, time
from mashangban.kernel import clock
for line in sys.stdin:
    began = time.monotonic()
    time.sleep(0.02)
    threading.Event().wait(0.02)
    print(clock.now().timestamp(), time.monotonic() - began, flush=True)
"""


def test_a_running_program_sees_our_clock_jump_and_waits_no_longer(tmp_path: Path) -> None:
    ours = clocks.clock(tmp_path)
    if ours is None:
        pytest.skip("no C compiler here: our clock can not be set wrong")
    own = {"LD_PRELOAD": str(ours.library), clocks.SHOWN: str(ours.file), "PYTHONPATH": str(ROOT / "backend")}
    command, given = [sys.executable, "-c", WATCH], {**os.environ, **own}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=given, text=True, stdin=pipe, stdout=pipe) as watch:
        for wrong in (0, 172_800, -600, 0):
            ours.set_wrong(wrong)
            assert _seen(watch) == pytest.approx(wrong, abs=2)


def _seen(watch: "subprocess.Popen[str]") -> float:
    """How wrong the clock of the program is now."""
    assert watch.stdin
    assert watch.stdout
    watch.stdin.write("now\n")
    watch.stdin.flush()
    at, waited = (float(number) for number in watch.stdout.readline().split())
    assert 0.04 <= waited < 2
    return at - time.time()
