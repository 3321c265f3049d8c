"""What one line contributes to the boards. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping

from mashangban.domains.wages.rules.line import Line
from mashangban.domains.wages.terms import AGREED, LineState


def contribution(line: Line) -> dict[str, int]:
    """The counters a line stands in now: its state in lines and fen, and what needs somebody's eye."""
    counted = {f"state.{line.state.value}": 1, f"fen.{line.state.value}": line.content.amount_fen}
    if line.state not in (LineState.SHOWN, LineState.OBJECTED) and line.unconfirmed:
        counted["mark.unconfirmed"] = 1
    if line.blocked:
        counted["mark.blocked"] = 1
    if line.objection and line.objection.insisted:
        counted["mark.insisted"] = 1
    return counted


def boards_of(line: Line) -> list[tuple[str, str]]:
    """The boards a line counts on, each with the key of the part below it; a project's parts are its employers."""
    region, project, month = line.employment.region, line.employment.project.id, line.month
    return [
        (name(month, region[:2]), region[:4]),
        (name(month, region[:4]), region),
        (name(month, region), project),
        (name(month, project), line.employment.employer.id),
        (table(line.table_id), ""),
    ]


def name(month: str, place: str) -> str:
    """The board of a region or project in a month."""
    return f"{month}:{place}"


def table(table_id: str) -> str:
    """The board of one pay table."""
    return f"table:{table_id}"


def with_part(moves: Mapping[str, int], part: str) -> dict[str, int]:
    """The moves of one board plus its part's lines, fen, and lines whose worker agreed."""
    own = {
        f"part.{part}": sum(step for key, step in moves.items() if key.startswith("state.")),
        f"partfen.{part}": sum(step for key, step in moves.items() if key.startswith("fen.")),
        f"partok.{part}": sum(moves.get(f"state.{one.value}", 0) for one in AGREED),
    }
    return {**moves, **{key: step for key, step in own.items() if part and step}}


def summed(parts: Iterable[tuple[str, Mapping[str, int]]]) -> dict[str, int]:
    """A board from those of its parts; one part may have several (the tables of an employer)."""
    total: Counter[str] = Counter()
    for part, counted in parts:
        own = {key: n for key, n in counted.items() if key.startswith(("state.", "fen.", "mark."))}
        total.update(with_part(own, part))
    return {key: n for key, n in total.items() if n}


def group(counters: Mapping[str, int], kind: str) -> dict[str, int]:
    """The counters of one group that are not zero, by the rest of their name."""
    return {key.partition(".")[2]: n for key, n in counters.items() if key.startswith(f"{kind}.") and n}
