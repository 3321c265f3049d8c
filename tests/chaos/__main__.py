"""A product of its own, people, the reaper; then quiet, then the proof. Ends with 1 when anything does not hold.

SECONDS=120 SEED=1 PEOPLE=8 python -m tests.chaos
"""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests import wire
from tests.chaos import payday
from tests.chaos.clocks import Clock, StackOfWrongClock, clock
from tests.chaos.disk import disk
from tests.chaos.payday import Payday
from tests.chaos.people import Person
from tests.chaos.proof import broken
from tests.chaos.reaper import Means, Reaper
from tests.chaos.storm import blow
from tests.e2e.world import World, is_ready
from tests.stack import LocalStack, wait_for

LONG_ENOUGH_S = (
    3 * 3_600
)  # longer than anything of pay is put off, by a clock that was ahead too (kernel/queues.py)


def main(seconds: int, people: int, seed: int) -> int:
    """Act and kill, wait until it is quiet, prove; 0 when everything holds."""
    with tempfile.TemporaryDirectory(prefix="chaos-") as folder:
        root = Path(folder) / "disk"
        data = root / "data"
        ours = clock(Path(folder))
        with disk(root) as found, _product(data, ours) as stack:
            if found is None:
                _say("this machine mounts nothing: its disk is not filled")
            if ours is None:
                _say("this machine has no C compiler: our clock does not jump")
            _say("laying the ground")
            wait_for(lambda: is_ready(data), "the demo world", 240)
            stack.settle(240)
            world = World(stack)
            pay = payday.lay(world.sites[0], stack)
            stack.settle(240)
            _say(f"{people} people act for {seconds} s while parts are killed (SEED={seed})")
            crowd, reaper = blow(world, stack, pay, Means(found, ours), seconds, people, seed)
            _say("waiting until it is quiet")
            wait_for(lambda: stack.health()["status"] == "ok", "all parts to be well", 120)
            _await_the_bank(pay, stack, ours)
            reaper.relent()
            stack.settle(240)
            return _report(crowd, reaper, list(broken(stack, crowd, reaper)))


def _product(data: Path, ours: Clock | None) -> LocalStack:
    """The product over a data folder, by a clock that can be set wrong where there is one."""
    demo = {"DEMO": "1", "DEMO_WORKERS": "0", "DEMO_FIRMS": "10"}
    return LocalStack(data, variables=demo) if ours is None else StackOfWrongClock(data, ours, **demo)


def _await_the_bank(pay: Payday, stack: LocalStack, ours: Clock | None) -> None:
    """Until it has said what became of every line. What was put off for long after many tries waits for its time: then
    the time comes, at the bank too, which believes no signature of another hour.
    """
    try:
        wait_for(lambda: payday.arrived(pay), "the bank's word on every line", 240)
    except AssertionError:
        if ours is None:
            raise
        _say("a line of pay was put off: the time comes")
        wire.put(f"{stack.state['sandbox']}/_faults/bank", json={"clock_s": LONG_ENOUGH_S})
        ours.set_wrong(LONG_ENOUGH_S)
        wait_for(lambda: payday.arrived(pay), "the bank's word on every line", 240)


def _report(crowd: Sequence[Person], reaper: Reaper, found: list[str]) -> int:
    journal = crowd[0].journal
    for act, number in sorted(journal.tally().items()):
        _say(f"  {number:5d}  {act}")
    for act, number in sorted(reaper.tally().items()):
        _say(f"  {number:5d}  {act}")
    again = sum(one.tries > 1 for one in journal.acknowledged)
    _say(f"{len(journal.acknowledged)} acts acknowledged, {again} of them after more than one try")
    for one in found:
        _say(f"BROKEN  {one}")
    _say(f"{len(found)} things do not hold" if found else "everything holds")
    return 1 if found else 0


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    asked = {"SECONDS": "120", "PEOPLE": "8", "SEED": "1", **os.environ}
    sys.exit(main(int(asked["SECONDS"]), int(asked["PEOPLE"]), int(asked["SEED"])))
