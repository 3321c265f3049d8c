"""What a report counts on its region's board, and what each step counts on its day. Pure."""

from collections.abc import Iterable

from mashangban.domains.reporting.events import FLOWS
from mashangban.kernel import clock
from mashangban.kernel.boards import Counters
from mashangban.kernel.events import Event


def contribution(event: Event) -> Counters:
    """The counters in which a report stands after an event."""
    state, topic = event.data["state"], event.data["topic"]
    return {f"state.{state}": 1, f"{topic}.{state}": 1}


def regions(region: str) -> tuple[str, str, str]:
    """The boards of the report's province, city and county."""
    return f"region:{region[:2]}", f"region:{region[:4]}", f"region:{region}"


def flow(event: Event) -> tuple[str, Counters]:
    """The month's board of the platform, and what the event adds to its day there."""
    day = clock.local_date(event.at)
    counted = FLOWS.get(event.type)
    return month_board(event.data["platform"], f"{day:%Y-%m}"), {f"{counted}.{day:%d}": 1} if counted else {}


def month_board(platform: str, month: str) -> str:
    """The name of a month's board: one item, at most four counters a day."""
    return f"flow:{platform}:{month}"


def recounted(chains: Iterable[list[Event]]) -> Counters:
    """What a region's board must show, from the chains of all its reports."""
    total: Counters = {}
    for chain in chains:
        for key, count in contribution(chain[-1]).items():
            total[key] = total.get(key, 0) + count
    return total
