"""Several desks for one ticket, and several tickets for one matter."""

from mashangban.deadlines.service import Turn
from mashangban.domains.helpdesk import errors, events
from mashangban.domains.helpdesk.repository import clocks, departments, tickets
from mashangban.domains.helpdesk.rules import joint, ladder, merging
from mashangban.domains.helpdesk.rules.ticket import Ticket
from mashangban.domains.helpdesk.schemas import (
    TicketAnswer,
    TicketDone,
    TicketJoin,
    TicketPartners,
    TicketReason,
    TicketTo,
)
from mashangban.domains.helpdesk.service import access, saying, steps, telling
from mashangban.domains.helpdesk.terms import PostKind, TicketState
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Role


def invite(act: Act, ticket_id: str, given: TicketPartners) -> TicketDone:
    """Ask other departments for their part. Raises WrongPost, NotInCharge, SameDesk, TooManyPartners."""
    one, role = access.at_desk(act, ticket_id)
    desks = [departments.get(one_).desk for one_ in given.department_ids]
    after = joint.invite(one, act.actor.person_id, desks)
    told = tuple(message for desk in desks for message in telling.partner(one, desk, "helpdesk.partner"))
    data = {"partners": [desk.name for desk in desks]}
    return steps.write(act, one, after, events.INVITED, role, text=given.text, data=data, told=told)


def contribute(act: Act, ticket_id: str, given: TicketAnswer) -> TicketDone:
    """A department that was asked gives its part. Raises WrongPost, WrongStep, NoPartner."""
    one, standing = access.find(act, ticket_id)
    mine = [post.desk for post in standing.posts if {PostKind.FRONT, PostKind.LEAD} & set(post.kinds)]
    if not mine:
        raise errors.WrongPost()
    after = joint.contribute(one, [desk.id for desk in mine], one.version + 1)
    given_by = next(p.desk for p, q in zip(after.partners, one.partners, strict=True) if p != q)
    role = access.role_at(act, given_by)
    told = telling.agents(one, "helpdesk.partner-answered", partner=given_by.name)
    data = {"partner": given_by.name}
    return steps.write(act, one, after, events.CONTRIBUTED, role, text=given.text, data=data, told=told)


def release(act: Act, ticket_id: str, given: TicketTo) -> TicketDone:
    """Go on without a department's part, with a reason. Raises WrongPost, NotInCharge, NoPartner."""
    one, role = access.at_desk(act, ticket_id)
    after = joint.release(one, act.actor.person_id, given.department_id)
    return steps.write(act, one, after, events.RELEASED, role, text=given.text)


def join(act: Act, ticket_id: str, given: TicketJoin) -> TicketDone:
    """One of several about one matter: answered with the other. Raises WrongPost, WrongStep, NotOneMatter."""
    one, role = access.at_desk(act, ticket_id)
    try:
        parent, _ = access.find(act, given.parent_id)
    except NotFound as missing:
        raise errors.NotOneMatter() from missing
    after = merging.join(one, parent, len(tickets.children_of(one.id)))
    turn = Turn(ends=tuple(clocks.running(one.subject)))
    told = telling.asker(one, "helpdesk.joined")
    return steps.write(act, one, after, events.JOINED, role, text=given.text, told=told, turn=turn)


def leave(act: Act, ticket_id: str, given: TicketReason) -> TicketDone:
    """Not the same matter after all: it has a desk and a clock of its own again. Raises WrongPost, WrongStep."""
    one, role = access.at_desk(act, ticket_id)
    after = merging.leave(one)
    told = telling.asker(one, "helpdesk.left")
    turn = _own_clock(after)
    return steps.write(act, one, after, events.LEFT, role, text=given.text, told=told, turn=turn)


def spread(act: Act, ticket_id: str) -> None:
    """The matter was answered: each asker who joined gets the same answer to confirm, once however often it is told."""
    parent = tickets.get(ticket_id)
    if parent.state is not TicketState.ANSWERED:
        return
    text = saying.answer_of(parent)
    for one in _waiting(parent.id):
        after = merging.follow(one, parent)
        told = telling.asker(one, "helpdesk.followed")
        turn = Turn(begins=(ladder.confirm_clock(after, act.at),))
        steps.write(act, one, after, events.FOLLOWED, Role.SYSTEM, text=text, told=told, turn=turn)


def scatter(act: Act, ticket_id: str) -> None:
    """The one they joined was taken back: each is a matter of its own again."""
    for one in _waiting(ticket_id):
        after = merging.leave(one)
        told = telling.asker(one, "helpdesk.left")
        steps.write(act, one, after, events.LEFT, Role.SYSTEM, told=told, turn=_own_clock(after))


def _waiting(parent_id: str) -> list[Ticket]:
    found = [tickets.get(one) for one in tickets.children_of(parent_id)]
    return [one for one in found if one.state is TicketState.JOINED]


def _own_clock(one: Ticket) -> Turn:
    """Joining gained nobody any time: the clock counts from the moment of asking."""
    own, _, _ = departments.promise_of(one.region)
    return Turn(begins=(ladder.answer_clock(one, one.asked_at, own),))
