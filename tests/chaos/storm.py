"""The storm: people act while the reaper goes round."""

import threading
import time
from collections.abc import Iterator, Sequence
from random import Random

from tests.chaos import desks, payday
from tests.chaos.journal import Journal
from tests.chaos.payday import TEAM, Payday
from tests.chaos.people import Person, Way, ask, book, join
from tests.chaos.reaper import Means, Reaper
from tests.e2e.world import Caller, World
from tests.stack import LocalStack

PAUSE_S = (2.0, 6.0)
Role = tuple[str, Caller, Sequence[Way], int]  # name, phone or desk, what they do, what they had begun before


def blow(
    world: World, stack: LocalStack, pay: Payday, means: Means, seconds: int, people: int, seed: int
) -> tuple[list[Person], Reaper]:
    """So many people, the offices and the crew act for so long. Gives them with what they sent, and what was done to
    the product meanwhile."""
    chance, journal, stop = Random(seed), Journal(), threading.Event()
    crowd = [
        Person(name, caller, journal, Random(chance.random()), stop, ways, begun)
        for name, caller, ways, begun in (*_public(world, people), *_money(world, pay))
    ]
    reaper = Reaper(stack, Random(seed), PAUSE_S, means)
    killing = threading.Thread(target=reaper.go_on, args=(stop,))
    threads = [threading.Thread(target=_live, args=(person,)) for person in crowd]
    for thread in (killing, *threads):
        thread.start()
    time.sleep(seconds)
    stop.set()
    killing.join()
    reaper.relent()
    for thread in threads:
        thread.join()
    return crowd, reaper


def _public(world: World, people: int) -> Iterator[Role]:
    """People who join a team once, then book and ask."""
    once = join(world.sites[0], str(world.sites[0].team(TEAM)["code"]))
    for number in range(people):
        yield f"person {number}", world.verified(world.newcomer()), (once, book, book, ask), 0


def _money(world: World, pay: Payday) -> Iterator[Role]:
    """The offices that decide about claims and budgets; the crew, its clerk and who pays it."""
    for name in desks.DESKS:
        yield name, world.staff(name), (desks.decide, desks.decide, desks.raise_budget), 0
    for number, worker in enumerate(pay.workers):
        yield f"worker {number}", worker.caller, (payday.sign,), 1
    yield "clerk", pay.clerk, (payday.hand_in(pay.tables),), 0
    yield "manager", pay.manager, (payday.approve(pay.tables),), 0


def _live(person: Person) -> None:
    person.ways[0](person)
    while not person.stop.is_set():
        person.chance.choice(person.ways[1:] or person.ways)(person)
        time.sleep(person.chance.uniform(0.05, 0.5))
