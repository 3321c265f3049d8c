"""A draft on its way between whoever wrote it and a second person, and what every act on one answers."""

from collections.abc import Callable

from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.rules import reviewing
from mashangban.domains.guides.rules.item import Item
from mashangban.domains.guides.rules.package import Package
from mashangban.domains.guides.rules.reviewing import Head
from mashangban.domains.guides.schemas import GuideDone
from mashangban.kernel import history
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, following
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.permissions import Role

Move = Callable[[Act, Head, Head, Event, Schema], None]


def hand(act: Act, before: Head, after: Head, role: Role, kind: str, move: Move[Head]) -> GuideDone:
    """Write that a draft changed hands: an event of this kind, by the repository's own `move`."""
    answer = done(after)
    move(act, before, after, following(act, kind, before, role, {"draft": before.edition + 1}), answer)
    return answer


def remembered(one: Head) -> Head:
    """A head that knows who wrote at its draft."""
    return reviewing.remembered(one, history.of(TABLE, one.subject)) if reviewing.forgets(one) else one


def done(one: Item | Package) -> GuideDone:
    """What an act answers."""
    return GuideDone(
        id=one.id,
        state=one.state.value,
        state_label=one.state.label,
        edition=one.edition,
        draft=one.draft,
        submitted=bool(one.handed_by),
    )
