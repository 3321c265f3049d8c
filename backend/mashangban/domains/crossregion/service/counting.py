"""Each step of a case counts for its pair of zones. Runs in the stream: it knows no people and no files."""

from mashangban.domains.crossregion.repository import cases, pairs
from mashangban.domains.crossregion.rules import figures as rules
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event


def count(act: Act, event: Event) -> None:
    """Add what the event counts for; told again it adds nothing."""
    what = rules.counts(event)
    if what:
        one = cases.get(event.subject.id)
        pairs.count(act, event.id, one.window, one.home, clock.local_date(event.at), what)
