"""The words of a ticket's last answer, whoever gave it."""

from collections.abc import Mapping, Sequence

from mashangban.domains.helpdesk import events
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.repository import words
from mashangban.domains.helpdesk.rules.ticket import Ticket
from mashangban.kernel import history
from mashangban.kernel.events import Event

_KINDS = (events.ANSWERED, events.FOLLOWED)


def answer_of(one: Ticket) -> str:
    """The words of its last answer, read from its chain."""
    return answer_in(history.of(TABLE, one.subject), words.of(one.subject))


def answer_in(chain: Sequence[Event], said: Mapping[int, str]) -> str:
    """The words of the last answer among steps that were read already; empty before the first."""
    return next((said.get(one.version, "") for one in reversed(chain) if one.type in _KINDS), "")
