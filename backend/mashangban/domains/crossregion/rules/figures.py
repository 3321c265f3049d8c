"""What a case's event counts for its pair of zones: who took the file in, and who decides. Pure."""

from dataclasses import dataclass

from mashangban.domains.crossregion import events
from mashangban.domains.crossregion.rules.clocks import DUE
from mashangban.domains.crossregion.terms.cases import Counted
from mashangban.kernel.events import Event


@dataclass(frozen=True, slots=True)
class PairFigures:
    """A pair's month. `returned` are hand-overs in which a page was missing or differed."""

    sender: str
    home: str
    collected: int = 0
    decided: int = 0
    on_time: int = 0
    returned: int = 0
    late: int = 0

    @property
    def on_time_percent(self) -> int | None:
        """Decided in time, of all decided; None while nothing was decided."""
        return round(100 * self.on_time / self.decided) if self.decided else None


def counts(event: Event) -> list[Counted]:
    """What one event adds to the month of its pair; each at most once."""
    match event.type:
        case events.COLLECTED:
            return [Counted.COLLECTED]
        case events.RECEIVED if event.data["handover"] == 1:
            return [Counted.COLLECTED]
        case events.LACKING:
            return [Counted.RETURNED]
        case events.DECIDED:
            return [Counted.DECIDED, *([Counted.ON_TIME] if event.data["on_time"] else [])]
        case events.LATE if event.data["rung"] == DUE:
            return [Counted.LATE]
        case _:
            return []
