"""What an event counts for its item in a month. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mashangban.domains.matters import events
from mashangban.domains.matters.terms import Counted
from mashangban.kernel.events import Event
from mashangban.kernel.stars import Stars


@dataclass(frozen=True, slots=True)
class ItemMonth:
    """An item's month in one office."""

    item_id: str
    counts: Mapping[Counted, int] = field(default_factory=dict)

    def of(self, what: Counted) -> int:
        """How often."""
        return self.counts.get(what, 0)

    @property
    def first_pass_percent(self) -> int | None:
        """Accepted without any supplement, of all that the office answered first; None while it answered nothing."""
        first = self.of(Counted.FIRST)
        answered = first + self.of(Counted.ASKED) + self.of(Counted.REFUSED)
        return round(100 * first / answered) if answered else None

    @property
    def on_time_percent(self) -> int | None:
        """Decided in time, of all decided; None while nothing was decided."""
        decided = self.of(Counted.DECIDED)
        return round(100 * self.of(Counted.ON_TIME) / decided) if decided else None

    @property
    def average_days(self) -> float | None:
        """Calendar days from acceptance to decision, to one decimal; None while nothing was decided."""
        decided = self.of(Counted.DECIDED)
        return round(self.of(Counted.DAYS) / decided, 1) if decided else None

    @property
    def average_stars(self) -> float | None:
        """Of five, to one decimal; None while nobody rated."""
        rated = self.of(Counted.RATED)
        return round(self.of(Counted.STARS) / rated, 1) if rated else None

    @property
    def content_percent(self) -> int | None:
        """Rated 基本满意 or better, of all that were rated; None while nobody rated."""
        rated = self.of(Counted.RATED)
        return round(100 * self.of(Counted.CONTENT) / rated) if rated else None


_ONCE = {
    events.SUBMITTED: Counted.SUBMITTED,
    events.SUPPLEMENT_ASKED: Counted.ASKED,
    events.LAPSED: Counted.LAPSED,
}


def counts(event: Event) -> dict[Counted, int]:
    """What one event adds; a matter is refused after its supplement without counting as a first answer again."""
    data = event.data
    match event.type:
        case events.REFUSED:
            return {} if data["supplemented"] else {Counted.REFUSED: 1}
        case events.ACCEPTED | events.SILENT:
            first = {} if data["supplemented"] else {Counted.FIRST: 1}
            silent = {Counted.SILENT: 1} if event.type == events.SILENT else {}
            return {Counted.ACCEPTED: 1, **first, **silent}
        case events.DECIDED:
            return {
                Counted.DECIDED: 1,
                Counted.DAYS: data["days"],
                **({Counted.ON_TIME: 1} if data["on_time"] else {}),
                **({Counted.GRANTED: 1} if data["outcome"] == "granted" else {}),
            }
        case events.RATED:
            stars = Stars(int(data["stars"]))
            content = {} if stars.bad else {Counted.CONTENT: 1}
            return {Counted.RATED: 1, Counted.STARS: int(stars), **content}
        case events.WITHDRAWN if data["submitted"]:
            return {Counted.WITHDRAWN: 1}
        case kind:
            return {_ONCE[kind]: 1} if kind in _ONCE else {}
