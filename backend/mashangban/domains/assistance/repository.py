"""Every query and transaction of the assistance table. What is seen is one item; whoever writes late finds another."""

import json
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from pynamodb.exceptions import UpdateError

from mashangban.domains.assistance import errors
from mashangban.domains.assistance.models import (
    TABLE,
    AssistanceRecord,
    CodeRecord,
    NowRecord,
    SharingRecord,
    SheetRecord,
)
from mashangban.domains.assistance.rules.sharing import Sharing
from mashangban.domains.assistance.rules.sheet import Field, Option, Proposal, Sheet
from mashangban.domains.assistance.terms import FieldKind, ProposalState, SharingState
from mashangban.kernel import clock, crypto, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.settings import settings
from mashangban.kernel.transaction import Transaction

SHARDS = 2
SHEET = "SHEET#"
_FIELDS = tuple(name for name in Sharing.__dataclass_fields__ if name not in ("version", "chain"))
_TEXTS = ("person_id", "code_hash", "invited_id", "agent_id", "agent_label")
# What the clock could not end for whatever reason goes by itself.
_SLACK = timedelta(minutes=30)
_MOST_HELPED = 20


def hash_of(code: str) -> str:
    """What is kept of a code."""
    return crypto.keyed_hash("sharing-code", code)


def get(sharing_id: str) -> Sharing:
    """A sharing; whoever calls asks whose it is. Raises NotFound."""
    try:
        return _sharing(SharingRecord.get(f"SHARING#{sharing_id}", "SHARING", consistent_read=True))
    except SharingRecord.DoesNotExist as missing:
        raise NotFound() from missing


def by_code(code: str, at: datetime) -> Sharing:
    """The sharing that a code opens. Raises WrongCode."""
    try:
        found = CodeRecord.get(f"SHARINGCODE#{hash_of(code)}", "CODE", consistent_read=True)
    except CodeRecord.DoesNotExist as missing:
        raise errors.WrongCode() from missing
    if int(found.expires_at) <= at.timestamp():
        raise errors.WrongCode()
    return get(found.sharing_id)


def sheet(one: Sharing) -> tuple[Sheet, datetime] | None:
    """What is seen now and since when; None once it is wiped."""
    found = list(SheetRecord.query(one.subject.pk, SheetRecord.SK.startswith(SHEET), consistent_read=True))
    if not found:
        return None
    number = number_of(str(found[-1].SK))
    return _load(crypto.unseal(found[-1].content, _context(one)), number), found[-1].moved_at


def number_of(sk: str) -> int:
    """Which movement a sheet's key is of."""
    return int(sk.removeprefix(SHEET))


def open_of(person_id: str) -> str:
    """The sharing somebody has open; empty for none."""
    try:
        return NowRecord.get(*_now(person_id), consistent_read=True).sharing_id
    except NowRecord.DoesNotExist:
        return ""


def of_person(person_id: str, page: PageRequest) -> Page[Sharing]:
    """Somebody's sharings, the newest first."""
    found = pagination.query(SharingRecord, f"SHARED-BY#{person_id}", page, index="GSI2", newest_first=True)
    return found.map(_sharing)


def helped_by(agent_id: str) -> list[Sharing]:
    """Whom somebody helps now, the longest first."""
    found = SharingRecord.query(f"HELPED-BY#{agent_id}", index_name="GSI1", limit=_MOST_HELPED)
    return [_sharing(one) for one in found]


def asked_of(agent_id: str) -> list[Sharing]:
    """Who waits for somebody whom they asked by name, the longest first."""
    found = SharingRecord.query(f"HELP-ASKED#{agent_id}", index_name="GSI1", limit=_MOST_HELPED)
    return [_sharing(one) for one in found]


def due(shard: int, at: datetime, most: int) -> list[Sharing]:
    """What the clock has to look at."""
    until = clock.to_text(at) > SharingRecord.GSI3SK
    found = SharingRecord.query(f"SHARINGS-DUE#{shard}", until, index_name="GSI3", limit=most)
    return [_sharing(one) for one in found]


def offer(act: Act, new: Sharing, event: Event, answer: Schema) -> None:
    """Write a new sharing with an empty sheet. Raises TooManyOffers for a code that somebody else has."""
    given = {name: value for name, value in _stored(new).items() if value is not None}
    with Transaction(act, TABLE) as tx:
        tx.create(SharingRecord(new.subject.pk, "SHARING", **given), event)
        tx.create(_sheet_record(new, Sheet(), act.at))
        if new.code_hash:
            _put_code(tx, new)
        tx.create(NowRecord(*_now(new.person_id), sharing_id=new.id))
        tx.answer(answer)


def join(act: Act, before: Sharing, after: Sharing, event: Event, answer: Schema) -> None:
    """Somebody looks from now on; the code opens nothing any more."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        if before.code_hash:
            tx.delete(CodeRecord(f"SHARINGCODE#{before.code_hash}", "CODE"))
        tx.answer(answer)


def move(one: Sharing, before: Sheet, after: Sheet, act: Act) -> None:
    """Put what is seen now in the place of what was seen; Stale when somebody was faster or wiped it."""
    with Transaction(act, TABLE) as tx:
        _swap(tx, one, before, after)


def step(act: Act, one: Sharing, before: Sheet, after: Sheet, event: Event, answer: Schema | None) -> None:
    """A movement that stays in the log."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, one, one, event)
        _swap(tx, one, before, after)
        tx.answer(answer)


def end(
    act: Act, before: Sharing, after: Sharing, event: Event, seen: Sheet | None, answer: Schema | None
) -> None:
    """Nobody looks any more: all that was seen goes in the same transaction."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        tx.delete(NowRecord(*_now(before.person_id)))
        if seen is not None:
            _wipe(tx, before, seen)
        if before.code_hash:
            tx.delete(CodeRecord(f"SHARINGCODE#{before.code_hash}", "CODE"))
        tx.answer(answer)


def forget(act: Act, before: Sharing, after: Sharing, event: Event) -> None:
    """Take the person out of a sharing that has ended."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)


def look_again(before: Sharing, after: Sharing) -> None:
    """Move the clock on, unless somebody was faster."""
    kind: Any = SharingRecord
    try:
        _record(before).update(_changes(before, after), condition=kind.version == before.version)
    except UpdateError as refused:
        if refused.cause_response_code != "ConditionalCheckFailedException":
            raise


def _put_code(tx: Transaction, new: Sharing) -> None:
    expires = int(new.code_until.timestamp())
    code = CodeRecord(f"SHARINGCODE#{new.code_hash}", "CODE", sharing_id=new.id, expires_at=expires)
    free = AssistanceRecord.PK.does_not_exist() | (CodeRecord.expires_at < int(tx.act.at.timestamp()))
    tx.put(code, condition=free, otherwise=errors.TooManyOffers())


def _amend(tx: Transaction, before: Sharing, after: Sharing, event: Event) -> None:
    tx.amend(_record(before), event, _changes(before, after))


def _swap(tx: Transaction, one: Sharing, before: Sheet, after: Sheet) -> None:
    _wipe(tx, one, before)
    tx.create(_sheet_record(one, after, tx.act.at))


def _wipe(tx: Transaction, one: Sharing, seen: Sheet) -> None:
    tx.delete(SheetRecord(one.subject.pk, _sk(seen.number)), condition=AssistanceRecord.PK.exists())


def _changes(before: Sharing, after: Sharing) -> list[Any]:
    return changes(SharingRecord, _stored(before), _stored(after))


def _record(one: Sharing) -> SharingRecord:
    return SharingRecord(one.subject.pk, "SHARING")


def _stored(one: Sharing) -> dict[str, Any]:
    """A sharing's fields with the keys of the lists it stands in now."""
    values = {name: getattr(one, name) for name in _FIELDS}
    texts = {name: values[name] or None for name in _TEXTS}
    helper, since = _helper(one)
    # A past sharing goes by itself when it was remembered long enough.
    gone_at = one.ended_at + timedelta(days=settings().sharings_kept_days) if one.ended_at else None
    keys = {
        "expires_at": int(gone_at.timestamp()) if gone_at else None,
        "GSI1PK": helper,
        "GSI1SK": _order(since, one),
        "GSI2PK": f"SHARED-BY#{one.person_id}" if one.person_id else None,
        "GSI2SK": _order(one.offered_at, one) if one.person_id else None,
        "GSI3PK": f"SHARINGS-DUE#{int(one.id[-4:], 36) % SHARDS}" if one.due_at else None,
        "GSI3SK": _order(one.due_at, one) if one.due_at else None,
    }
    return values | texts | keys


def _helper(one: Sharing) -> tuple[str | None, datetime | None]:
    """In whose list it stands, and since when: of who helps, or of who was asked by name and has not come."""
    if one.state is SharingState.SHARING:
        return f"HELPED-BY#{one.agent_id}", one.joined_at
    if one.state is SharingState.OFFERED and one.invited_id:
        return f"HELP-ASKED#{one.invited_id}", one.offered_at
    return None, None


def _order(at: datetime | None, one: Sharing) -> str | None:
    return f"{clock.to_text(at)}#{one.id}" if at else None


def _sharing(record: SharingRecord) -> Sharing:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    texts = {name: values[name] or "" for name in _TEXTS}
    return Sharing(**values | texts, version=int(record.version), chain=record.chain)


def _sheet_record(one: Sharing, seen: Sheet, at: datetime) -> SheetRecord:
    content = crypto.seal(json.dumps(asdict(seen), ensure_ascii=False), _context(one))
    expires = int((one.until + _SLACK).timestamp())
    return SheetRecord(one.subject.pk, _sk(seen.number), moved_at=at, content=content, expires_at=expires)


def _load(text: str, number: int) -> Sheet:
    raw = json.loads(text)
    fields = tuple(
        Field(
            **{
                **one,
                "kind": FieldKind(one["kind"]),
                "options": tuple(Option(**option) for option in one["options"]),
            }
        )
        for one in raw["fields"]
    )
    proposals = tuple(Proposal(**{**one, "state": ProposalState(one["state"])}) for one in raw["proposals"])
    known = {"number": number, "fields": fields, "proposals": proposals, "shown": tuple(raw["shown"])}
    return Sheet(**{**raw, **known})


def _sk(number: int) -> str:
    return f"{SHEET}{number:08d}"


def _now(person_id: str) -> tuple[str, str]:
    return f"SHARING-NOW#{person_id}", "NOW"


def _context(one: Sharing) -> str:
    return f"assistance|{one.subject.pk}|sheet"
