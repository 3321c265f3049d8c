"""A hall: what it does at which counters, in which periods of a day, and how many fit into one. Pure."""

from dataclasses import dataclass
from datetime import time
from itertools import pairwise

from mashangban.domains.appointments import errors
from mashangban.kernel.errors import FieldError
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place
from mashangban.registry.spots import Spot


@dataclass(frozen=True, slots=True)
class Period:
    """A part of a day for which one books."""

    starts: time
    ends: time

    @property
    def label(self) -> str:
        return f"{self.starts:%H:%M}-{self.ends:%H:%M}"


@dataclass(frozen=True, slots=True)
class Matter:
    """What one comes for: how many a period, what to bring, and where it is done without coming."""

    code: str
    name: str
    quota: int
    papers: tuple[str, ...] = ()
    online: str = ""


@dataclass(frozen=True, slots=True)
class Counter:
    """A window and the matters it serves."""

    name: str
    matters: tuple[str, ...]
    open: bool = True


@dataclass(frozen=True, slots=True)
class Hall:
    """A hall of a county."""

    id: str
    name: str
    region: str
    address: str
    phone: str
    latitude_e6: int
    longitude_e6: int
    periods: tuple[Period, ...]
    matters: tuple[Matter, ...]
    counters: tuple[Counter, ...]
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("hall", self.id)

    @property
    def place(self) -> Place:
        return Place(self.region)

    @property
    def spot(self) -> Spot:
        """Where it is, GCJ-02."""
        return Spot(self.latitude_e6, self.longitude_e6)


def matter_of(hall: Hall, code: str) -> Matter:
    """One of the hall's matters. Raises UnknownMatter."""
    for one in hall.matters:
        if one.code == code:
            return one
    raise errors.UnknownMatter()


def served(hall: Hall, code: str) -> bool:
    """Whether an open counter serves the matter."""
    return any(one.open and code in one.matters for one in hall.counters)


def checked(hall: Hall) -> Hall:
    """The hall when its parts fit together. Raises HallWrong with the field to mend."""
    periods = sorted(hall.periods, key=lambda one: one.starts)
    codes = [one.code for one in hall.matters]
    unknown = sorted({code for one in hall.counters for code in one.matters} - set(codes))
    if any(one.ends <= one.starts for one in periods) or any(b.starts < a.ends for a, b in pairwise(periods)):
        raise _wrong("periods", "时段有先后颠倒或重叠")
    if len(set(codes)) < len(codes):
        raise _wrong("matters", "事项编号有重复")
    if unknown:
        raise _wrong("counters", f"窗口写了没有的事项：{'、'.join(unknown)}")
    return hall


def _wrong(field: str, message: str) -> errors.HallWrong:
    return errors.HallWrong(errors=(FieldError(field, message),))
