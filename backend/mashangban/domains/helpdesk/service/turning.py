"""A conversation becomes a ticket: what was said stays, and the ticket leads to it."""

from mashangban.domains.helpdesk import errors, events
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.repository import talks, tickets
from mashangban.domains.helpdesk.rules import talk as rules
from mashangban.domains.helpdesk.rules.talk import Talk
from mashangban.domains.helpdesk.rules.ticket import Ticket
from mashangban.domains.helpdesk.schemas import TalkDone, TalkTicket
from mashangban.domains.helpdesk.service import asking, talk_access, talk_steps
from mashangban.domains.helpdesk.terms import Channel
from mashangban.domains.helpdesk.terms.talking import LineKind
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.transaction import Transaction


def to_ticket(act: Act, talk_id: str, given: TalkTicket) -> TalkDone:
    """By the asker, or by whoever answers; the clock runs from now. Raises WrongPost, TalkNotHeld, TalkIsTicket,
    TalkTooOld, TooManyAsked.
    """
    one, standing = talk_access.find(act, talk_id)
    if not (standing.asker or standing.serves) or not one.asker_id:
        raise errors.WrongPost()
    if one.open and not standing.asker:
        rules.held(one, act.actor.person_id)
    role = talk_access.role(act, one, standing.side)
    new = _ticket(act, one, given)
    after = rules.to_ticket(one, new.id, act.at)
    begun, turn = asking.beginning(act, new, role)
    line = talk_steps.line(
        act, after, LineKind.TICKET, f"已转为提问，编号{new.number}，由{new.desk.name}答复"
    )
    step = talk_steps.event(act, events.TALK_TICKET, one, after, role, ticket=new.id)
    with Transaction(act, TABLE) as tx:
        tickets.begin(tx, new, begun, given.text, turn)
        talks.step(tx, one, after, step, line)
        tx.answer(answer := talk_steps.done(after))
    return answer


def _ticket(act: Act, one: Talk, given: TalkTicket) -> Ticket:
    return Ticket(
        id=ids.new_id(act.at),
        number=ids.public_number("FW", act.at),
        region=one.region,
        asker_id=one.asker_id,
        klass=given.klass,
        topic=one.topic,
        channel=Channel.CHAT,
        asked_at=act.at,
        first=one.desk,
        desk=one.desk,
        asked_as=given.klass,
        talk_id=one.id,
    )
