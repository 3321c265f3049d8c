"""What the asker does: ask, add, say whether it is solved, open again, take back, insist that it is a complaint."""

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.service import Turn
from mashangban.domains.helpdesk import errors, events
from mashangban.domains.helpdesk.repository import clocks, departments, tickets
from mashangban.domains.helpdesk.rules import ending, labelling, ladder, pausing, routing
from mashangban.domains.helpdesk.rules.department import Desk, city_of
from mashangban.domains.helpdesk.rules.ticket import Ticket
from mashangban.domains.helpdesk.schemas import TicketAdd, TicketAsked, TicketDone, TicketReason, TicketWord
from mashangban.domains.helpdesk.service import access, steps, telling
from mashangban.domains.helpdesk.terms import TicketState
from mashangban.domains.helpdesk.terms.pausing import PauseReason
from mashangban.files import service as files
from mashangban.files.terms import Purpose
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, Message, following
from mashangban.kernel.permissions import Role


def ask(act: Act, given: TicketAsked) -> TicketDone:
    """Ask; the clock runs from this moment. Raises NoDepartment, TooManyAsked, and as `files.hold` does."""
    for photo in given.photos:
        files.hold(act, "helpdesk", photo, {Purpose.SITE_PHOTO, Purpose.EVIDENCE})
    known = departments.all_in(given.region) + departments.all_in(city_of(given.region))
    new = _new(act, given, routing.department_for(given.topic, given.region, known).desk)
    event, turn = beginning(act, new, Role.PERSON)
    answer = steps.done(new)
    tickets.create(act, new, event, given.text, turn, answer)
    return answer


def beginning(act: Act, new: Ticket, role: Role) -> tuple[Event, Turn]:
    """The first event of a ticket, with who is told, and its clock."""
    begins = answer_clock(new, act)
    due = deadlines.due_time_of(begins).moment
    told = (
        *telling.asker(new, "helpdesk.received", due=due),
        *telling.agents(new, "helpdesk.to-answer", klass=new.klass.label, due=due),
    )
    data = {"class": new.klass.value, "topic": new.topic.value, "desk": new.desk.name}
    return following(act, events.ASKED, new, role, data, told), Turn(begins=(begins,))


def add(act: Act, ticket_id: str, given: TicketAdd) -> TicketDone:
    """Say more; a clock that waited for it runs again. Raises WrongStep."""
    one = access.own(act, ticket_id)
    if not one.state.running:
        raise errors.WrongStep()
    told = telling.agents(one, "helpdesk.added")
    if one.state is not TicketState.PAUSED or one.pause is not PauseReason.ASKER:
        return steps.write(act, one, one, events.ADDED, Role.PERSON, text=given.text, told=told)
    turn = running_again(one)
    return steps.write(
        act, one, pausing.go_on(one), events.ADDED, Role.PERSON, text=given.text, told=told, turn=turn
    )


def confirm(act: Act, ticket_id: str, given: TicketWord) -> TicketDone:
    """Solved, or not: then it goes back to who answered, and supervision hears. Raises WrongStep, ReopenedTooOften."""
    one = access.own(act, ticket_id)
    after = ending.confirm(one, act.at, solved=given.solved)
    ends = tuple(clocks.running(one.subject))
    if given.solved:
        return steps.write(
            act, one, after, events.CONFIRMED, Role.PERSON, text=given.text, turn=Turn(ends=ends)
        )
    turn = Turn(ends=ends, begins=(answer_clock(after, act),))
    told = back(after)
    return steps.write(act, one, after, events.UNSOLVED, Role.PERSON, text=given.text, told=told, turn=turn)


def reopen(act: Act, ticket_id: str, given: TicketReason) -> TicketDone:
    """Not solved after all. Raises WrongStep, ReopenTooLate, ReopenedTooOften."""
    one = access.own(act, ticket_id)
    after = ending.reopen(one, act.at)
    turn = Turn(begins=(answer_clock(after, act),))
    return steps.write(
        act, one, after, events.REOPENED, Role.PERSON, text=given.text, told=back(after), turn=turn
    )


def withdraw(act: Act, ticket_id: str) -> TicketDone:
    """No answer is needed any more. Raises WrongStep."""
    one = access.own(act, ticket_id)
    turn = Turn(ends=tuple(clocks.running(one.subject)))
    after = ending.withdraw(one, act.at)
    told = telling.agents(one, "helpdesk.withdrawn")
    return steps.write(act, one, after, events.WITHDRAWN, Role.PERSON, told=told, turn=turn)


def insist(act: Act, ticket_id: str, given: TicketReason) -> TicketDone:
    """It is a complaint and stays one. Raises WrongStep, NotSoftened."""
    one = access.own(act, ticket_id)
    after = labelling.insist(one)
    told = (*telling.agents(one, "helpdesk.insisted"), *telling.watchers(one, "helpdesk.insisted"))
    turn = relabelled(one, after)
    return steps.write(act, one, after, events.INSISTED, Role.PERSON, text=given.text, told=told, turn=turn)


def answer_clock(one: Ticket, act: Act) -> Deadline:
    """The clock of an answer from now on, by what the city promised."""
    own, _, _ = departments.promise_of(one.region)
    return ladder.answer_clock(one, act.at, own)


def relabelled(one: Ticket, after: Ticket) -> Turn:
    """Another class: its own term from the moment of asking, the pauses kept."""
    own, _, _ = departments.promise_of(one.region)
    before = clocks.running(one.subject, ladder.ANSWER)
    begins = tuple(ladder.answer_clock(after, old.started_at, own, old.pauses) for old in before)
    return Turn(ends=tuple(before), begins=begins)


def running_again(one: Ticket) -> Turn:
    """The answer's clock runs again; the one that would have ended the pause ends."""
    answers = clocks.running(one.subject, ladder.ANSWER)
    return Turn(resumes=answers[0], ends=tuple(clocks.running(one.subject, ladder.PAUSE)))


def back(one: Ticket) -> tuple[Message, ...]:
    """Who hears that an answer solved nothing: the desk, and supervision."""
    return (*telling.agents(one, "helpdesk.unsolved"), *telling.watchers(one, "helpdesk.unsolved"))


def _new(act: Act, given: TicketAsked, desk: Desk) -> Ticket:
    return Ticket(
        id=ids.new_id(act.at),
        number=ids.public_number("FW", act.at),
        region=given.region,
        asker_id=act.actor.person_id,
        klass=given.klass,
        topic=given.topic,
        channel=given.channel,
        asked_at=act.at,
        first=desk,
        desk=desk,
        asked_as=given.klass,
        where=given.where,
        photos=tuple(given.photos),
    )
