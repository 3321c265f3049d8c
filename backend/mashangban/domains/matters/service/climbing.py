"""What the clock does: remind whoever has the word, accept by silence, end what is not supplied, name what is late."""

from dataclasses import replace

from mashangban.deadlines.service import Due
from mashangban.domains.matters import events
from mashangban.domains.matters.repository import matters
from mashangban.domains.matters.rules import clocks as clock_rules
from mashangban.domains.matters.rules import matter as rules
from mashangban.domains.matters.rules.matter import Matter
from mashangban.domains.matters.service import clocking, steps, telling
from mashangban.domains.matters.terms import MatterState, PaperKind
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Role


def fire(due: Due) -> None:
    """Act on one firing within its own transaction: once, however often it is tried."""
    act, deadline = system_act("matters_clock", due.now), due.firing.deadline
    one, rung = matters.get(deadline.subject.id), due.firing.rung.name
    if one.state.ended and not one.mending:
        return
    if rung == clock_rules.DUE and one.state is MatterState.SUBMITTED:
        _accept(act, one, due)
        return
    if deadline.kind == clock_rules.SUPPLY:
        _supply(act, one, due)
        return
    kind = events.REMINDED if rung == clock_rules.REMIND else events.LATE
    after = one if rung == clock_rules.REMIND else replace(one, late=True)
    data = {"clock": deadline.kind, "rung": rung}
    steps.write(act, one, after, kind, Role.SYSTEM, data, _told(one, due), settles=due)


def _supply(act: Act, one: Matter, due: Due) -> None:
    """The person hears twice what is still to come; then it counts as taken back, and what they had stays theirs."""
    if due.firing.rung.name != clock_rules.DUE:
        data = {"clock": due.firing.deadline.kind, "rung": due.firing.rung.name}
        told = telling.person(one, "matters.to-supply", need=one.asked, due=due.firing.due.moment)
        steps.write(act, one, one, events.REMINDED, Role.SYSTEM, data, told, settles=due)
        return
    told = telling.person(one, "matters.lapsed")
    steps.write(act, one, rules.lapse(one), events.LAPSED, Role.SYSTEM, None, told, settles=due)


def _accept(act: Act, one: Matter, due: Due) -> None:
    """Nobody said anything for five working days (行政许可法32)."""
    after, item = rules.accept_by_silence(one), matters.pinned(one)
    words = clocking.due_words(after, item)
    told = (
        *telling.person(after, "matters.accepted", due=words),
        *telling.office(after, "matters.silent", due=words),
    )
    data = {"supplemented": bool(one.asked)}
    steps.write(
        act,
        one,
        after,
        events.SILENT,
        Role.SYSTEM,
        data,
        told,
        pinned=item,
        paper=PaperKind.ACCEPTANCE,
        settles=due,
    )


def _told(one: Matter, due: Due) -> tuple[Message, ...]:
    words = {"need": due.firing.deadline.label, "due": due.firing.due.moment}
    match due.firing.rung.name:
        case clock_rules.REMIND:
            return telling.office(one, "matters.remind", **words)
        case clock_rules.ABOVE:
            return telling.above(one, "matters.late", **words)
        case _:
            own = telling.person(one, "matters.moved", state=f"没有按时{words['need']}，已催办")
            return (*telling.office(one, "matters.late", **words), *own)
