"""Another class for a ticket: with a reason, before everybody's eyes, and the asker has the last word. Pure."""

from dataclasses import replace

from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.rules.ticket import Ticket, in_charge
from mashangban.domains.helpdesk.terms import TicketClass, TicketState


def relabel(one: Ticket, agent_id: str, klass: TicketClass, *, watch: bool) -> Ticket:
    """Another class, and a clock of its term from the moment of asking. Raises NotInCharge, SameClass, AskerInsists.

    A supervisor may do it whoever holds the ticket, and alone after the asker insisted.
    """
    if not watch:
        in_charge(one, agent_id)
    if not one.state.running:
        raise errors.WrongStep()
    if klass is TicketClass.URGENT and one.state is TicketState.PAUSED:
        raise errors.WrongStep()
    if klass is one.klass:
        raise errors.SameClass()
    softer = klass.softer_than(one.klass)
    if softer and one.marks.insisted and not watch:
        raise errors.AskerInsists()
    softened = softer or (one.marks.softened and klass is not TicketClass.COMPLAINT)
    return replace(one, klass=klass, clock=one.clock + 1, marks=replace(one.marks, softened=softened))


def insist(one: Ticket) -> Ticket:
    """It is a complaint, says the asker, once for all agents. Raises WrongStep, NotSoftened."""
    if not one.state.running:
        raise errors.WrongStep()
    if not one.marks.softened:
        raise errors.NotSoftened()
    marks = replace(one.marks, softened=False, insisted=True)
    return replace(one, klass=TicketClass.COMPLAINT, clock=one.clock + 1, marks=marks)
