"""Figures in rows: a rate with the cases behind it, a count, a mean of seconds."""

from collections.abc import Iterable, Mapping

from mashangban.domains.helpdesk.schemas import FiguresRow, FiguresTime


def rate(counted: Mapping[str, int], key: str, label: str, part: str, whole: str) -> FiguresRow:
    """So many of so many; no percentage of nothing."""
    value, of = counted.get(part, 0), counted.get(whole, 0)
    return FiguresRow(
        key=key, label=label, value=value, of=of, percent=round(100 * value / of) if of else None
    )


def count(key: str, label: str, value: int) -> FiguresRow:
    """So many."""
    return FiguresRow(key=key, label=label, value=value)


def cells(counted: Mapping[str, int], group: str, labels: Iterable[tuple[str, str]]) -> list[FiguresRow]:
    """One count for each value of a group."""
    return [count(key, label, counted.get(f"{group}.{key}", 0)) for key, label in labels]


def mean(counted: Mapping[str, int], key: str, label: str, seconds: str, cases: str) -> FiguresTime:
    """A mean of whole seconds; none where there is no case."""
    of = counted.get(cases, 0)
    return FiguresTime(key=key, label=label, seconds=counted.get(seconds, 0) // of if of else None, of=of)
