"""What the clock does: remind, climb to 督办, let a paused clock run again, end what nobody objected to."""

from mashangban.deadlines.rules.ladders import DUE
from mashangban.deadlines.service import Due, Turn
from mashangban.domains.helpdesk import events
from mashangban.domains.helpdesk.repository import clocks, ratings, tickets
from mashangban.domains.helpdesk.rules import ending, ladder, pausing
from mashangban.domains.helpdesk.rules import rating as rating_rules
from mashangban.domains.helpdesk.rules import ticket as rules
from mashangban.domains.helpdesk.rules.ticket import Ticket
from mashangban.domains.helpdesk.service import steps, telling, uniting
from mashangban.domains.helpdesk.terms import Climb, TicketState
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Role


def fire(due: Due) -> None:
    """Act on one firing within its own transaction: once, however often it is tried."""
    act, deadline = system_act("helpdesk_clock", due.now), due.firing.deadline
    if deadline.subject.kind == "helpdepartment":
        return uniting.unite(due)
    if deadline.subject.kind == "helprating":
        return _mending(act, due)
    one = tickets.get(deadline.subject.id)
    if deadline.kind.startswith(ladder.PAUSE):
        return _go_on(act, one, due)
    if deadline.kind.startswith(ladder.CONFIRM):
        return _silence(act, one, due)
    return _answer_owed(act, one, due)


def _answer_owed(act: Act, one: Ticket, due: Due) -> None:
    if not one.state.running:
        return
    climb = ladder.CLIMBS.get(due.firing.rung.name, Climb.NONE)
    _climb(act, one, climb, due, "helpdesk.late")


def _silence(act: Act, one: Ticket, due: Due) -> None:
    if one.state is not TicketState.ANSWERED:
        return
    climb = ladder.CLIMBS.get(due.firing.rung.name, Climb.NONE)
    if climb is Climb.NONE:
        told = telling.asker(one, "helpdesk.confirm-soon", due=due.firing.due.moment)
        _step(act, one, one, events.REMINDED, told, due)
        return
    ended = ending.lapse(one, act.at)
    if ended is None:
        _climb(act, one, climb, due, "helpdesk.call-owed")
        return
    told = telling.asker(one, "helpdesk.lapsed")
    turn = Turn(settles=due)
    steps.write(act, one, ended, events.LAPSED, Role.SYSTEM, told=told, turn=turn)


def _go_on(act: Act, one: Ticket, due: Due) -> None:
    """The day of a pause is over: the answer's clock runs again whoever thinks of it."""
    if one.state is not TicketState.PAUSED:
        return
    answers = clocks.running(one.subject, ladder.ANSWER)
    turn = Turn(resumes=answers[0], settles=due)
    told = telling.agents(one, "helpdesk.resumed")
    steps.write(act, one, pausing.go_on(one), events.RESUMED, Role.SYSTEM, told=told, turn=turn)


def _climb(act: Act, one: Ticket, climb: Climb, due: Due, words: str) -> None:
    what, by = due.firing.deadline.label, due.firing.due.moment
    if climb is Climb.NONE:
        told = telling.agents(one, "deadlines.remind", what=what, due=by)
        return _step(act, one, one, events.REMINDED, told, due)
    told = (
        *telling.watchers(one, words, city=climb is Climb.CITY, due=by),
        *(telling.agents(one, words, due=by) if due.firing.rung.name == DUE else ()),
    )
    return _step(act, one, rules.reach(one, climb), events.ESCALATED, told, due)


def _step(act: Act, one: Ticket, after: Ticket, kind: str, told: tuple[Message, ...], due: Due) -> None:
    data = {"clock": due.firing.deadline.kind, "rung": due.firing.rung.name}
    steps.write(act, one, after, kind, Role.SYSTEM, data=data, told=told, turn=Turn(settles=due))


def _mending(act: Act, due: Due) -> None:
    one = ratings.get(due.firing.deadline.subject.id)
    if not one.state.open:
        return
    climb = ladder.CLIMBS.get(due.firing.rung.name, Climb.NONE)
    what, by = due.firing.deadline.label, due.firing.due.moment
    if climb is Climb.NONE:
        told = telling.menders(one, "deadlines.remind", what=what, due=by)
    else:
        told = telling.watchers(one, "helpdesk.mending-late", city=climb is Climb.CITY, what=what, due=by)
    data = {"clock": due.firing.deadline.kind, "rung": due.firing.rung.name}
    event = following(act, events.RATING_ESCALATED, one, Role.SYSTEM, data, told)
    ratings.move(act, one, rating_rules.reach(one, climb), event, turn=Turn(settles=due))
