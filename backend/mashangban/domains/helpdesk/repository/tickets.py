"""Tickets: one transaction for each step with its words and clocks."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from mashangban.deadlines.service import STILL, Turn
from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.models import TABLE, AskedRecord, ChildRecord, OwnRecord, TicketRecord
from mashangban.domains.helpdesk.repository import clocks, items, naming, words
from mashangban.domains.helpdesk.rules.ticket import Ticket
from mashangban.domains.helpdesk.terms import ASKED_A_DAY
from mashangban.kernel import clock, crypto, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

_FIELDS = items.fields_of(Ticket, "version", "chain")
_TEXTS = ("asker_id", "where", "charge_id", "parent_id", "talk_id", "counts_at")
_KEPT = timedelta(days=2)


def get(ticket_id: str) -> Ticket:
    """A ticket; whoever calls asks for its place. Raises NotFound."""
    try:
        record = TicketRecord.get(f"HELPTICKET#{ticket_id}", "TICKET", consistent_read=True)
    except TicketRecord.DoesNotExist as missing:
        raise NotFound() from missing
    return _named([_ticket(record)])[0]


def of_asker(person_id: str, page: PageRequest) -> Page[Ticket]:
    """What somebody asked, the newest first."""
    found = pagination.query(OwnRecord, f"ASKER#{person_id}", page, newest_first=True)
    ids = [one.ticket_id for one in found.items]
    read = [_ticket(one) for one in TicketRecord.batch_get([(f"HELPTICKET#{id_}", "TICKET") for id_ in ids])]
    known = {one.id: one for one in _named(read)}
    return Page([known[id_] for id_ in ids if id_ in known], found.next_cursor)


def create(act: Act, new: Ticket, event: Event, text: str, turn: Turn, answer: Schema) -> None:
    """Write a new ticket with its words and its clock. Raises TooManyAsked."""
    with Transaction(act, TABLE) as tx:
        begin(tx, new, event, text, turn)
        tx.answer(answer)


def begin(tx: Transaction, new: Ticket, event: Event, text: str, turn: Turn) -> None:
    """A new ticket within a transaction that does more. Raises TooManyAsked."""
    counted = AskedRecord(f"ASKED#{_whose(new.asker_id)}#{clock.local_date(tx.act.at)}", "ASKED")
    expires = int((tx.act.at + _KEPT).timestamp())
    tx.create(_record(new), event)
    words.keep(tx, event, text)
    tx.put(OwnRecord(f"ASKER#{new.asker_id}", new.id, ticket_id=new.id))
    tx.update(
        counted,
        [AskedRecord.asked.add(1), AskedRecord.expires_at.set(expires)],
        condition=AskedRecord.asked.does_not_exist() | (AskedRecord.asked < ASKED_A_DAY),
        otherwise=errors.TooManyAsked(),
    )
    clocks.apply(tx, turn)


def move(
    act: Act,
    before: Ticket,
    after: Ticket,
    event: Event,
    answer: Schema | None = None,
    *,
    text: str = "",
    turn: Turn = STILL,
) -> None:
    """Write one step. A ticket that joins or leaves a parent stands there, or no more, in the same transaction."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        words.keep(tx, event, text)
        if before.parent_id != after.parent_id:
            _child(tx, before, after)
        clocks.apply(tx, turn)
        tx.answer(answer)


def forget(act: Act, before: Ticket, after: Ticket, event: Event, steps: Iterable[int], turn: Turn) -> None:
    """Take the asker and their words out of a ticket."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        for step in steps:
            words.drop(tx, before.subject, step)
        tx.delete(OwnRecord(f"ASKER#{before.asker_id}", before.id))
        clocks.apply(tx, turn)


def children_of(ticket_id: str) -> list[str]:
    """The tickets that joined this one."""
    key = ChildRecord.SK
    found = ChildRecord.query(f"HELPTICKET#{ticket_id}", key.startswith("CHILD#"), consistent_read=True)
    return [one.ticket_id for one in found]


def _child(tx: Transaction, before: Ticket, after: Ticket) -> None:
    if before.parent_id:
        tx.delete(ChildRecord(f"HELPTICKET#{before.parent_id}", f"CHILD#{before.id}"))
    if after.parent_id:
        record = ChildRecord(f"HELPTICKET#{after.parent_id}", f"CHILD#{after.id}", ticket_id=after.id)
        tx.put(record)


def _amend(tx: Transaction, before: Ticket, after: Ticket, event: Event) -> None:
    old, new = items.stored(before, _FIELDS), items.stored(after, _FIELDS)
    tx.amend(_record(before), event, changes(TicketRecord, old, new))


def _record(one: Ticket) -> TicketRecord:
    return TicketRecord(one.subject.pk, "TICKET", **items.stored(one, _FIELDS))


def _ticket(record: TicketRecord) -> Ticket:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values |= {name: values[name] or "" for name in _TEXTS}
    values |= {name: values[name] or () for name in ("photos", "partners")}
    values["clock"] = int(record.clock)
    return Ticket(**values, version=int(record.version), chain=record.chain)


def _named(all_: list[Ticket]) -> list[Ticket]:
    names = naming.of(desk_id for one in all_ for desk_id in one.desks)
    return [
        replace(
            one,
            first=naming.now(one.first, names),
            desk=naming.now(one.desk, names),
            partners=tuple(replace(each, desk=naming.now(each.desk, names)) for each in one.partners),
        )
        for one in all_
    ]


def _whose(person_id: str) -> str:
    return crypto.keyed_hash("helpdesk-asked", person_id)
