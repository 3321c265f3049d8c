"""Each step of a matter counts for its item; what was handed in stands on its office's list. Runs in the stream."""

from mashangban.domains.matters import events
from mashangban.domains.matters.repository import months
from mashangban.domains.matters.rules import figures as rules
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event


def count(act: Act, event: Event) -> None:
    """List and add what the event counts for; told again it changes nothing."""
    region, what = str(event.data["region"]), rules.counts(event)
    if event.type == events.SUBMITTED:
        months.enter(region, event)
    if what:
        months.count(act, event, region, str(event.data["item"]), what)
