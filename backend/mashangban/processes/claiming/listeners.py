"""What the claims table's stream sets in motion here: lists of those who need not apply go on, page by page."""

from mashangban.domains.claims import events
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Event
from mashangban.processes.claiming.service import listing

_GOES_ON = (
    events.OFFERLIST_BEGUN,
    events.OFFERLIST_LOOKED,
    events.OFFERLIST_CONFIRMED,
    events.OFFERLIST_ADVANCED,
)


def on_event(event: Event) -> None:
    """The next page of a list."""
    if event.type in _GOES_ON:
        listing.go_on(system_act("claims_stream"), event)
