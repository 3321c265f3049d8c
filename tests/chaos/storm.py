"""The storm: people act while the reaper goes round."""

import threading
import time
from collections.abc import Callable
from random import Random

from tests.chaos.journal import Journal
from tests.chaos.people import Person, ask, book, join
from tests.chaos.reaper import Reaper
from tests.e2e.world import Caller, World
from tests.stack import LocalStack

PAUSE_S = (2.0, 6.0)


def blow(
    world: World, stack: LocalStack, seconds: int, people: int, seed: int
) -> tuple[list[Person], Reaper]:
    """So many people act for so long; gives them with what they sent, and what was done to the product meanwhile."""
    chance, journal, stop = Random(seed), Journal(), threading.Event()
    callers = [world.verified(world.newcomer()) for _ in range(people)]
    crowd = [_person(n, one, journal, chance, stop) for n, one in enumerate(callers)]
    reaper = Reaper(stack, Random(seed), PAUSE_S)
    once = join(world.sites[0], str(world.sites[0].team("钢筋班")["code"]))
    threads = [threading.Thread(target=_live, args=(person, once)) for person in crowd]
    threads.append(threading.Thread(target=reaper.go_on, args=(stop,)))
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    stop.set()
    reaper.relent()
    for thread in threads:
        thread.join()
    return crowd, reaper


def _person(number: int, caller: Caller, journal: Journal, chance: Random, stop: threading.Event) -> Person:
    return Person(f"person {number}", caller, journal, Random(chance.random()), stop)


def _live(person: Person, once: Callable[[Person], None]) -> None:
    once(person)
    while not person.stop.is_set():
        person.chance.choice((book, book, ask))(person)
        time.sleep(person.chance.uniform(0.05, 0.5))
