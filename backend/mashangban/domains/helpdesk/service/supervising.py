"""What 督办 does: say whose it is, urge, grant more time, once and with reasons."""

from mashangban.deadlines.service import Turn
from mashangban.domains.helpdesk import events
from mashangban.domains.helpdesk.repository import clocks, departments
from mashangban.domains.helpdesk.rules import ladder
from mashangban.domains.helpdesk.rules import ticket as rules
from mashangban.domains.helpdesk.schemas import TicketDone, TicketReason, TicketTo
from mashangban.domains.helpdesk.service import access, steps, telling
from mashangban.kernel.acts import Act


def assign(act: Act, ticket_id: str, given: TicketTo) -> TicketDone:
    """A department is named; it can't return what it got so. Raises WrongPost, WrongStep."""
    one, role = access.over(act, ticket_id)
    after = rules.assign(one, departments.get(given.department_id).desk)
    told = (*telling.asker(after, "helpdesk.moved"), *telling.agents(after, "helpdesk.assigned"))
    return steps.write(act, one, after, events.ASSIGNED, role, text=given.text, told=told)


def urge(act: Act, ticket_id: str, given: TicketReason) -> TicketDone:
    """Whoever holds it is reminded, on the record. Raises WrongPost, WrongStep."""
    one, role = access.over(act, ticket_id)
    after = rules.urge(one)
    told = telling.agents(one, "helpdesk.urged")
    return steps.write(act, one, after, events.URGED, role, text=given.text, told=told)


def extend(act: Act, ticket_id: str, given: TicketReason) -> TicketDone:
    """As much time again, once; the asker reads why. Raises WrongPost, WrongStep, ExtendedAlready."""
    one, role = access.over(act, ticket_id)
    after = rules.extend(one)
    own, _, _ = departments.promise_of(one.region)
    more = ladder.extension_of(one, own)
    running = clocks.running(one.subject, ladder.ANSWER)
    turn = Turn(extends=(running[0], more, "督办批准延长"))
    told = telling.asker(one, "helpdesk.extended", term=more.label)
    return steps.write(act, one, after, events.EXTENDED, role, text=given.text, told=told, turn=turn)
