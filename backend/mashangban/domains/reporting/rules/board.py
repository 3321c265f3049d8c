"""What a report counts on its region's board, and what each step counts on its day. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping

from mashangban.domains.reporting.events import FLOWS
from mashangban.domains.reporting.terms import ReportState
from mashangban.kernel import clock
from mashangban.kernel.boards import Counters
from mashangban.kernel.events import Event

_PARTS = ("part.", "taken.", "person.")


def contribution(event: Event) -> Counters:
    """The counters in which a report stands after an event."""
    state, topic = event.data["state"], event.data["topic"]
    return {f"state.{state}": 1, f"{topic}.{state}": 1}


def boards_of(region: str) -> list[tuple[str, str]]:
    """The boards a report counts on, each with the key of the part below it: province, city, county."""
    names = [f"region:{region[:2]}", f"region:{region[:4]}", f"region:{region}"]
    return list(zip(names, (region[:4], region, ""), strict=True))


def with_part(moves: Mapping[str, int], part: str) -> Counters:
    """The moves of one board plus its part's reports: all of them, those taken, those that need a person."""
    own = {
        f"part.{part}": sum(n for key, n in moves.items() if key.startswith("state.")),
        f"taken.{part}": moves.get(f"state.{ReportState.ACCEPTED.value}", 0),
        f"person.{part}": sum(moves.get(f"state.{one.value}", 0) for one in ReportState if one.needs_person),
    }
    return {**moves, **{key: n for key, n in own.items() if part and n}}


def summed(parts: Mapping[str, Mapping[str, int]]) -> Counters:
    """A region's counters from those of its parts."""
    total: Counter[str] = Counter()
    for part, counted in parts.items():
        own = {key: n for key, n in counted.items() if not key.startswith(_PARTS)}
        total.update(with_part(own, part))
    return dict(total)


def parts(counters: Mapping[str, int]) -> dict[str, tuple[int, int, int]]:
    """Each part's reports: all, taken, waiting for a person."""
    keys = sorted(key.partition(".")[2] for key, n in counters.items() if key.startswith("part.") and n)
    return {
        key: (counters[f"part.{key}"], counters.get(f"taken.{key}", 0), counters.get(f"person.{key}", 0))
        for key in keys
    }


def flow(event: Event) -> tuple[str, Counters]:
    """The month's board of the platform, and what the event adds to its day there."""
    day = clock.local_date(event.at)
    counted = FLOWS.get(event.type)
    return month_board(event.data["platform"], f"{day:%Y-%m}"), {f"{counted}.{day:%d}": 1} if counted else {}


def month_board(platform: str, month: str) -> str:
    """The name of a month's board: one item, at most four counters a day."""
    return f"flow:{platform}:{month}"


def outbox(platform: str) -> str:
    """The name of the item that holds since when the longest waiting report of a platform is due."""
    return f"outbox:{platform}"


def recounted(chains: Iterable[list[Event]]) -> Counters:
    """What a region's board must show, from the chains of all its reports."""
    total: Counters = {}
    for chain in chains:
        for key, count in contribution(chain[-1]).items():
            total[key] = total.get(key, 0) + count
    return total
