"""What other rooms tell: who works where, a day of attendance, a pay line."""

from datetime import date
from typing import Any

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.domains.arrears import events
from mashangban.domains.arrears.models import ArrearsEmployment, DayRecord
from mashangban.domains.arrears.repository import expectations as repository
from mashangban.domains.arrears.rules import expectation as rules
from mashangban.domains.arrears.rules import ladder
from mashangban.domains.arrears.rules.expectation import Expectation, Line
from mashangban.domains.arrears.service import facts, telling, timing
from mashangban.domains.arrears.terms import PayState
from mashangban.employment import repository as employments
from mashangban.employment.rules import Employment
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Role


def employed(act: Act, known: Employment) -> None:
    """An employment became known: months of work that were told before it begin now; one that ended is paid off."""
    for month in repository.waiting_months(known.contract_id):
        expect(act, known.contract_id, month)
    if not known.in_force and known.ends_on is not None:
        for month in ladder.open_months(known.ends_on):
            _end(act, rules.id_of(known.contract_id, month), known)


def day(act: Act, body: dict[str, Any]) -> None:
    """A day of attendance: kept, and with the first one worked the month's pay is expected."""
    on = date.fromisoformat(body["day"])
    month = f"{on:%Y-%m}"
    expectation_id = rules.id_of(body["contract"], month)
    told = DayRecord(
        day=on, halves=int(body["halves"]), state=str(body["state"]), version=int(body["version"])
    )
    if repository.keep_day(expectation_id, told) and told.halves > 0:
        expect(act, body["contract"], month)


def expect(act: Act, contract_id: str, month: str) -> Expectation | None:
    """Pay of this month is expected from now on, once; None while the employment itself is not known."""
    known = repository.find(rules.id_of(contract_id, month))
    if known is not None:
        return known
    try:
        employment = employments.get(ArrearsEmployment, contract_id)
    except NotFound:
        repository.wait(act, contract_id, month)
        return None
    new = rules.begin(employment, month)
    running = rules.clock_of(new, act.at, timing.due_at(new))
    assert running is not None, "a new month always has its clock"
    repository.begin(act, new, following(act, events.EXPECTED, new, Role.SYSTEM, {"month": month}), running)
    return repository.get(new.id)


def line(act: Act, body: dict[str, Any]) -> None:
    """A pay line moved: what is known changes; `received`, `not_received`, `wrong_amount`, `paid` change the clock."""
    one = expect(act, body["contract"], body["month"])
    if one is None:
        raise NotFound()  # the employment is on its way: the stream tries again
    told = Line(
        body["line"],
        int(body["amount_fen"]),
        int(body["halves"]),
        body["state"],
        int(body["version"]),
        act.at,
    )
    due = timing.due_at(one)
    after = rules.hear(one, told, due, clock.now())
    if after == one:
        return
    running = rules.clock_of(after, act.at, due) if after.clock != one.clock else None
    data = {"line": told.id, "state": told.state, "amount_fen": told.amount_fen, "version": told.version}
    kind = _kind(one, after)
    event = following(act, kind, one, Role.SYSTEM, data, _told(act, one, after, running))
    repository.move(act, one, after, event, running)


def _end(act: Act, expectation_id: str, known: Employment) -> None:
    one = repository.find(expectation_id)
    if one is None or (after := rules.end(one, known)) == one:
        return
    due = timing.due_of(one.subject, after.due_day, one.facts.region)
    running = rules.clock_of(after, act.at, timing.due_at(after))
    told = (
        telling.worker_of_pay(one, "arrears.pay.ended-worker", due=due.label),
        *telling.unit_of_pay(one, "arrears.pay.ended", due=due.label),
    )
    data = {"ends_on": known.ends_on.isoformat() if known.ends_on else ""}
    event = following(act, events.BROUGHT_FORWARD, one, Role.SYSTEM, data, told)
    repository.move(act, one, after, event, running)


def _kind(before: Expectation, after: Expectation) -> str:
    if after.state is PayState.SETTLED and before.state is not PayState.SETTLED:
        return events.SETTLED
    denied = after.state in (PayState.DISPUTED, PayState.LATE) and after.state is not before.state
    return events.REOPENED if denied else events.LINE_HEARD


def _told(act: Act, before: Expectation, after: Expectation, running: Deadline | None) -> tuple[Message, ...]:
    if after.state is before.state:
        return ()
    if after.state is PayState.PAID and running is not None:
        due = deadlines.due_time_of(running).label
        return (telling.worker_of_pay(before, "arrears.pay.to-confirm", due=due),)
    if after.state is PayState.SETTLED:
        return facts.repaid(before, act.at)
    if after.state is PayState.DISPUTED:
        return telling.sides_of_pay(before, "arrears.pay.denied")
    return ()
