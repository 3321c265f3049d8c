"""Conversations: a line or a step is one transaction; queues, an agent's hands and the clock are indexes."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from pynamodb.exceptions import UpdateError

from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.models import (
    TABLE,
    AskedRecord,
    OwnTalkRecord,
    TalkingRecord,
    TalkRecord,
)
from mashangban.domains.helpdesk.repository import duties, items, lines, naming
from mashangban.domains.helpdesk.rules.talk import Line, Talk
from mashangban.domains.helpdesk.terms import ASKED_A_DAY
from mashangban.domains.helpdesk.terms.talking import MOST_COUNTED, TalkState
from mashangban.kernel import clock, crypto, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

SHARDS = 4
_FIELDS = items.fields_of(Talk, "version", "chain")
_TEXTS = ("asker_id", "agent_id", "ticket_id")
_NUMBERS = ("lines", "asker_read", "agent_read", "moves", "stars")
_KEPT = timedelta(days=2)


def get(talk_id: str) -> Talk:
    """A conversation; whoever calls asks for its place. Raises NotFound."""
    try:
        record = TalkRecord.get(f"HELPTALK#{talk_id}", "TALK", consistent_read=True)
    except TalkRecord.DoesNotExist as missing:
        raise NotFound() from missing
    return _named([_talk(record)])[0]


def of_asker(person_id: str, page: PageRequest) -> Page[Talk]:
    """Somebody's conversations, the newest first."""
    found = pagination.query(OwnTalkRecord, f"ASKER-TALKS#{person_id}", page, newest_first=True)
    return Page(some(one.talk_id for one in found.items), found.next_cursor)


def some(ids: Iterable[str]) -> list[Talk]:
    """Conversations by their ids, in that order (one batch); what is not there is left out."""
    wanted = list(ids)
    found = TalkRecord.batch_get([(f"HELPTALK#{id_}", "TALK") for id_ in wanted]) if wanted else ()
    known = {one.id: one for one in _named([_talk(one) for one in found])}
    return [known[id_] for id_ in wanted if id_ in known]


def open_of(person_id: str) -> str:
    """The conversation somebody has open; empty for none."""
    try:
        return TalkingRecord.get(*_talking(person_id), consistent_read=True).talk_id
    except TalkingRecord.DoesNotExist:
        return ""


def waiting_at(desk_id: str, most: int = MOST_COUNTED) -> list[Talk]:
    """Who waits at a department, the longest first."""
    return _indexed("GSI1", f"WAITING-AT#{desk_id}", most)


def ahead_of(one: Talk) -> int:
    """How many wait before this one, `MOST_COUNTED` for that many and more."""
    before = _order(one) > TalkRecord.GSI1SK
    return TalkRecord.count(f"WAITING-AT#{one.desk.id}", before, index_name="GSI1", limit=MOST_COUNTED)


def of_agent(person_id: str) -> list[Talk]:
    """Whom somebody talks with, the longest first."""
    return _indexed("GSI2", f"TALKS-OF#{person_id}", MOST_COUNTED)


def due(shard: int, at: datetime, most: int) -> list[Talk]:
    """What the clock has to look at."""
    until = clock.to_text(at) > TalkRecord.GSI3SK
    found = TalkRecord.query(f"TALKS-DUE#{shard}", until, index_name="GSI3", limit=most)
    return [_talk(one) for one in found]


def begin(act: Act, new: Talk, event: Event, line: Line, answer: Schema) -> None:
    """Write a new conversation with its first line. Raises AlreadyTalking, TooManyAsked."""
    whose = crypto.keyed_hash("helpdesk-talked", new.asker_id)
    counted = AskedRecord(f"TALKED#{whose}#{clock.local_date(act.at)}", "ASKED")
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        lines.keep(tx, new, line)
        tx.put(OwnTalkRecord(f"ASKER-TALKS#{new.asker_id}", new.id, talk_id=new.id))
        tx.create(TalkingRecord(*_talking(new.asker_id), talk_id=new.id), otherwise=errors.AlreadyTalking())
        tx.update(
            counted,
            [
                AskedRecord.asked.add(1),
                AskedRecord.expires_at.set(int((act.at + _KEPT).timestamp())),
            ],
            condition=AskedRecord.asked.does_not_exist() | (AskedRecord.asked < ASKED_A_DAY),
            otherwise=errors.TooManyAsked(),
        )
        tx.answer(answer)


def say(act: Act, before: Talk, after: Talk, line: Line, answer: Schema) -> None:
    """Write one line; the stream tells who listens."""
    with Transaction(act, TABLE) as tx:
        tx.update(_record(before), _changes(before, after), condition=_unmoved(before))
        lines.keep(tx, before, line)
        tx.answer(answer)


def read(before: Talk, after: Talk) -> None:
    """Note up to where a side has read; a mark that comes late sets nothing back."""
    moved = [name for name in ("asker_read", "agent_read") if getattr(before, name) < getattr(after, name)]
    for name in moved:
        attribute: Any = getattr(TalkRecord, name)
        value = getattr(after, name)
        _unless_moved(before, [attribute.set(value)], attribute < value)


def look_again(before: Talk, after: Talk) -> None:
    """Move the clock of a conversation on."""
    _unless_moved(before, _changes(before, after), _unmoved(before))


def move(
    act: Act, before: Talk, after: Talk, event: Event, line: Line | None = None, answer: Schema | None = None
) -> None:
    """Write one step with what it does to whoever had it and whoever gets it. Raises AgentNotFree."""
    with Transaction(act, TABLE) as tx:
        step(tx, before, after, event, line)
        tx.answer(answer)


def step(tx: Transaction, before: Talk, after: Talk, event: Event, line: Line | None = None) -> None:
    """One step within a transaction that does more."""
    tx.amend(_record(before), event, _changes(before, after), condition=_unmoved(before))
    if line is not None:
        lines.keep(tx, before, line)
    # Who ends a conversation has it no longer in hand, though the record names them still.
    held_before = before.agent_id if before.open else ""
    held_after = after.agent_id if after.open else ""
    if held_before != held_after:
        if held_before:
            duties.empty(tx, held_before)
        if held_after:
            duties.fill(tx, held_after, tx.act.at)
    if before.open and not after.open and before.asker_id:
        tx.delete(TalkingRecord(*_talking(before.asker_id)))


def forget(act: Act, before: Talk, after: Talk, event: Event) -> None:
    """Take the asker out of a conversation whose lines are gone."""
    with Transaction(act, TABLE) as tx:
        step(tx, before, after, event)
        tx.delete(OwnTalkRecord(f"ASKER-TALKS#{before.asker_id}", before.id))


def _unless_moved(before: Talk, actions: list[Any], condition: Any) -> None:
    """A change that nobody misses when somebody was faster."""
    try:
        _record(before).update(actions, condition=condition)
    except UpdateError as refused:
        if refused.cause_response_code != "ConditionalCheckFailedException":
            raise


def _indexed(index: str, pk: str, most: int) -> list[Talk]:
    return _named([_talk(one) for one in TalkRecord.query(pk, index_name=index, limit=most)])


def _unmoved(before: Talk) -> Any:
    kind: Any = TalkRecord
    return (kind.lines == before.lines) & (kind.version == before.version)


def _changes(before: Talk, after: Talk) -> list[Any]:
    return changes(TalkRecord, _stored(before), _stored(after))


def _stored(one: Talk) -> dict[str, Any]:
    """A conversation's fields with the keys of the lists it stands in now."""
    waits, talks = one.state is TalkState.WAITING, one.state is TalkState.TALKING
    shard = int(one.id[-4:], 36) % SHARDS
    return items.stored(one, _FIELDS) | {
        "GSI1PK": f"WAITING-AT#{one.desk.id}" if waits else None,
        "GSI1SK": _order(one) if waits else None,
        "GSI2PK": f"TALKS-OF#{one.agent_id}" if talks else None,
        "GSI2SK": _order(one) if talks else None,
        "GSI3PK": f"TALKS-DUE#{shard}" if one.due_at else None,
        "GSI3SK": f"{clock.to_text(one.due_at)}#{one.id}" if one.due_at else None,
    }


def _order(one: Talk) -> str:
    return f"{clock.to_text(one.opened_at)}#{one.id}"


def _record(one: Talk) -> TalkRecord:
    return TalkRecord(one.subject.pk, "TALK", **_stored(one))


def _talk(record: TalkRecord) -> Talk:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values |= {name: values[name] or "" for name in _TEXTS}
    values |= {name: int(values[name]) for name in _NUMBERS}
    return Talk(**values, version=int(record.version), chain=record.chain)


def _named(all_: list[Talk]) -> list[Talk]:
    names = naming.of(desk_id for one in all_ for desk_id in one.desks)
    return [
        replace(one, first=naming.now(one.first, names), desk=naming.now(one.desk, names)) for one in all_
    ]


def _talking(person_id: str) -> tuple[str, str]:
    return f"TALKING#{person_id}", "TALKING"
