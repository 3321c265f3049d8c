"""Names of the boards of a place, and how their counters stand beside each other. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from mashangban.kernel.events import Subject
from mashangban.processes.oversight.terms import (
    ARRIVED,
    CONFIRMED,
    DISPUTED,
    REASON_LASTS,
    Source,
)

Counted = Mapping[str, int]
Boards = Mapping[Source, Counted]
_COUNTY = 6


@dataclass(frozen=True, slots=True)
class Spot:
    """A region (2, 4 or 6 digits) or one project, in a month (`2026-11`)."""

    kind: str
    id: str
    month: str


@dataclass(frozen=True, slots=True)
class Figures:
    """The sums of the five boards; see schemas.Overview for their meaning."""

    contracts: int
    ended: int
    trained: int
    certificates: int
    certificates_invalid: int
    days_settled: int
    half_days: int
    days_questioned: int
    days_contested: int
    lines: int
    lines_fen: int
    lines_confirmed: int
    lines_arrived: int
    lines_disputed: int
    accounts: int
    runs_short: int
    short_fen: int
    paid_fen: int
    late: int
    late_fen: int
    complaints: int


@dataclass(frozen=True, slots=True)
class PartFigures:
    """What the boards of a place say of one place below it."""

    key: str
    contracts: int
    settled_days: int
    wage_lines: int
    wages_fen: int
    paid_fen: int
    late: int


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """What the boards of a project say of one employer there: the month's lines, and months that are late now."""

    key: str
    wage_lines: int
    wages_fen: int
    confirmed: int
    late: int


@dataclass(frozen=True, slots=True)
class Look:
    """One opening of one contract: by whom, when and why. Its reason lies sealed beside it."""

    id: str
    contract_id: str
    person_id: str
    region: str
    at: datetime

    @property
    def subject(self) -> Subject:
        return Subject("inspection", self.id)

    @property
    def until(self) -> datetime:
        return self.at + REASON_LASTS


@dataclass(frozen=True, slots=True)
class Told:
    """An opening with its reason, for whose line it was."""

    look: Look
    reason: str


def names(spot: Spot) -> dict[Source, str]:
    """The roll-up item of each domain for a place: docs/data of each names it so, and a test compares."""
    place = f"{spot.kind}:{spot.id}"
    return {
        Source.WORKERS: place,
        Source.ATTENDANCE: f"{place}@{spot.month}",
        Source.WAGES: f"{spot.month}:{spot.id}",
        Source.PAYMENTS: place,
        Source.ARREARS: place,
    }


def figures(boards: Boards) -> Figures:
    """All sums of a place."""
    work, days, wages = boards[Source.WORKERS], boards[Source.ATTENDANCE], boards[Source.WAGES]
    money, late = boards[Source.PAYMENTS], boards[Source.ARREARS]
    return Figures(
        contracts=work.get("state.sealed", 0),
        ended=work.get("state.ended", 0) + work.get("state.expired", 0),
        trained=work.get("training.recorded", 0),
        certificates=_sum(work, "certificate."),
        certificates_invalid=work.get("skill.invalid", 0),
        days_settled=days.get("state.settled", 0),
        half_days=days.get("sum.halves", 0),
        days_questioned=days.get("state.questioned", 0) + days.get("state.claimed", 0),
        days_contested=days.get("flag.contested", 0),
        lines=_sum(wages, "state."),
        lines_fen=_sum(wages, "fen."),
        lines_confirmed=_of(wages, "state", CONFIRMED),
        lines_arrived=_of(wages, "state", ARRIVED),
        lines_disputed=_of(wages, "state", DISPUTED),
        accounts=_sum(money, "account."),
        runs_short=money.get("run.short", 0),
        short_fen=money.get("short.fen", 0),
        paid_fen=money.get("paid.fen", 0),
        late=late.get("pay.late", 0),
        late_fen=late.get("money.late", 0),
        complaints=late.get("complaint.open", 0),
    )


def teams(boards: Boards) -> dict[str, tuple[int, int]]:
    """A project's teams: contracts in force and settled days of each."""
    work, days = boards[Source.WORKERS], boards[Source.ATTENDANCE]
    keys = {*_group(work, "part"), *_group(days, "part")}
    return {key: (work.get(f"part.{key}", 0), days.get(f"part.{key}", 0)) for key in keys}


def units(boards: Boards) -> list[UnitFigures]:
    """A project's employers by what they owe in the month, the largest first."""
    wages, late = boards[Source.WAGES], boards[Source.ARREARS]
    keys = {*_group(wages, "part"), *_group(late, "part")}
    found = [
        UnitFigures(
            key,
            wages.get(f"part.{key}", 0),
            wages.get(f"partfen.{key}", 0),
            wages.get(f"partok.{key}", 0),
            late.get(f"part.{key}", 0),
        )
        for key in keys
    ]
    return sorted(found, key=lambda one: (-one.late, -one.wages_fen, one.key))


def parts(boards: Boards) -> list[PartFigures]:
    """The places below, those with most contracts first; every figure is of the very same items."""
    keys = {key for board in boards.values() for key in _group(board, "part")}
    found = [_part(key, boards) for key in keys]
    return sorted(found, key=lambda one: (-one.contracts, -one.late, one.key))


def group(board: Counted, name: str) -> list[tuple[str, int]]:
    """The counters of one group above zero, the largest first."""
    return sorted(_group(board, name).items(), key=lambda one: (-one[1], one[0]))


def below(spot: Spot) -> str:
    """What the parts of a place are: `region`, `project` or `team`."""
    if spot.kind == "project":
        return "team"
    return "project" if len(spot.id) == _COUNTY else "region"


def _part(key: str, boards: Boards) -> PartFigures:
    return PartFigures(
        key=key,
        contracts=boards[Source.WORKERS].get(f"part.{key}", 0),
        settled_days=boards[Source.ATTENDANCE].get(f"part.{key}", 0),
        wage_lines=boards[Source.WAGES].get(f"part.{key}", 0),
        wages_fen=boards[Source.WAGES].get(f"partfen.{key}", 0),
        paid_fen=boards[Source.PAYMENTS].get(f"part.{key}", 0),
        late=boards[Source.ARREARS].get(f"part.{key}", 0),
    )


def _group(board: Counted, name: str) -> dict[str, int]:
    start = f"{name}."
    return {key.removeprefix(start): n for key, n in board.items() if key.startswith(start) and n}


def _sum(board: Counted, prefix: str) -> int:
    return sum(n for key, n in board.items() if key.startswith(prefix))


def _of(board: Counted, name: str, states: Iterable[str]) -> int:
    return sum(board.get(f"{name}.{state}", 0) for state in states)
