"""What one line contributes to the boards. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

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


def moves_on(line: Line, moves: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """What a line's moves move on each board it counts on: of its province, city, county, project and table."""
    region, project, month = line.employment.region, line.employment.project.id, line.month
    return {
        name(month, region[:2]): with_part(moves, region[:4]),
        name(month, region[:4]): with_part(moves, region),
        name(month, region): with_part(moves, project),
        name(month, project): with_employer(moves, line.employment.employer.id),
        table(line.table_id): dict(moves),
    }


def name(month: str, place: str) -> str:
    """The board of a region or project in a month."""
    return f"{month}:{place}"


def table(table_id: str) -> str:
    """The board of one pay table."""
    return f"table:{table_id}"


def with_part(moves: Mapping[str, int], part: str) -> dict[str, int]:
    """The moves of a region's board plus the lines and fen of its part."""
    own = {
        f"part.{part}": sum(step for key, step in moves.items() if key.startswith("state.")),
        f"partfen.{part}": sum(step for key, step in moves.items() if key.startswith("fen.")),
    }
    return {**moves, **{key: step for key, step in own.items() if step}}


def with_employer(moves: Mapping[str, int], employer: str) -> dict[str, int]:
    """The moves of a project's board plus its employer's lines, fen, and lines whose worker agreed."""
    agreed = sum(moves.get(f"state.{one.value}", 0) for one in AGREED)
    return with_part(moves, employer) | ({f"partok.{employer}": agreed} if agreed else {})


def summed(
    parts: Iterable[tuple[str, Mapping[str, int]]],
    with_one: Callable[[Mapping[str, int], str], dict[str, int]] = with_part,
) -> dict[str, int]:
    """A region's board from those of its parts; a project's from its tables (`with_employer`), of which an employer
    may have several."""
    total: Counter[str] = Counter()
    for part, counted in parts:
        own = {key: n for key, n in counted.items() if key.startswith(("state.", "fen.", "mark."))}
        total.update(with_one(own, part))
    return {key: n for key, n in total.items() if n}


def group(counters: Mapping[str, int], kind: str) -> dict[str, int]:
    """The counters of one group that are not zero, by the rest of their name."""
    return {key.partition(".")[2]: n for key, n in counters.items() if key.startswith(f"{kind}.") and n}
