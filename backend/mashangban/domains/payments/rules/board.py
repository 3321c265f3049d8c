"""What accounts and runs count on the boards of their project, county, city and province."""

from collections import Counter
from collections.abc import Mapping

from mashangban.domains.payments.rules.account import Account
from mashangban.domains.payments.rules.run import Run, Tally
from mashangban.domains.payments.terms import RunState

Counted = Mapping[str, int]


def of_account(one: Account) -> dict[str, int]:
    """An account counts once, by its state."""
    return {f"account.{one.state.value}": 1}


def of_run(one: Run, tally: Tally) -> dict[str, int]:
    """A run counts by its state and with what its lines came to; a short one with what still waits."""
    counted = {
        f"run.{one.state.value}": 1,
        "paid.lines": tally.paid,
        "paid.fen": tally.paid_fen,
        "returned.lines": tally.returned,
        "failed.lines": tally.failed,
    }
    if one.state is RunState.SHORT:
        counted["short.fen"] = tally.open_fen
    return {key: n for key, n in counted.items() if n}


def boards_of(region: str, project_id: str) -> list[tuple[str, str]]:
    """The boards something counts on, each with the key of the part below it: province, city, county, project."""
    return [
        (f"region:{region[:2]}", region[:4]),
        (f"region:{region[:4]}", region),
        (f"region:{region}", project_id),
        (f"project:{project_id}", ""),
    ]


def with_part(moves: Counted, part: str) -> dict[str, int]:
    """The moves of one board plus what was paid in its part."""
    paid = moves.get("paid.fen", 0)
    return {**moves, f"part.{part}": paid} if part and paid else dict(moves)


def summed(parts: Mapping[str, Counted]) -> dict[str, int]:
    """A region's counters from those of its parts."""
    total: Counter[str] = Counter()
    for part, counted in parts.items():
        total.update({key: n for key, n in counted.items() if not key.startswith("part.")})
        total[f"part.{part}"] = counted.get("paid.fen", 0)
    return dict(total)
