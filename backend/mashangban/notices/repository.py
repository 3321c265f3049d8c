"""Every query and conditional write of notices."""

import datetime as dt
import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass

from pynamodb.exceptions import DoesNotExist, UpdateError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from mashangban.kernel import clock, crypto
from mashangban.kernel.dynamodb import Gsi3
from mashangban.kernel.errors import NotFound
from mashangban.kernel.pagination import Page, PageRequest, query
from mashangban.kernel.permissions import Place, Reach
from mashangban.kernel.transaction import Transaction
from mashangban.notices.errors import AlreadyTold
from mashangban.notices.models import (
    NOTICE_PREFIX,
    TABLE,
    DedupeRecord,
    NoticeRecord,
    NoticesRecord,
    PreferencesRecord,
    SummaryRecord,
    person_pk,
    shard_of,
    shard_pk,
    subject_pk,
    unread_pk,
)
from mashangban.notices.rules import Plans, Wishes, Words, next_attempt
from mashangban.notices.terms import DEDUPE_KEPT

_REFUSED = "ConditionalCheckFailedException"


@dataclass(frozen=True, slots=True)
class Notice:
    """One message to one person, with what became of its channels; `subject` is the matter, as `contract:<id>`."""

    id: str
    person_id: str
    kind: str
    words: Words
    at: dt.datetime
    subject: str
    place: Place
    urgent: bool = False
    channels: Plans = ()
    read_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A notice that this run alone may send."""

    notice: Notice
    token: str


@dataclass(frozen=True, slots=True)
class Hold:
    """How a run holds a notice: its token, and until when."""

    token: str
    until: dt.datetime


def new_hold(until: dt.datetime) -> Hold:
    """Give a hold of this run alone."""
    return Hold(secrets.token_hex(6), until)


def add(tx: Transaction, notice: Notice, occasion: str, claimed: "Hold | None" = None) -> None:
    """Put a new notice on top of the inbox and count it; AlreadyTold when the occasion was told before.

    `claimed` lets the run that adds it send it at once: a claim afterwards would cost five more writes.
    """
    guard = crypto.keyed_hash("notice-occasion", f"{notice.person_id}|{occasion}")
    expires = int((notice.at + DEDUPE_KEPT).timestamp())
    tx.create(DedupeRecord(f"DEDUPE#{guard}", "DEDUPE", expires_at=expires), otherwise=AlreadyTold())
    tx.create(_to_record(notice, claimed))
    _count(tx, notice.person_id, 1)


def mark_read(tx: Transaction, person_id: str, notice_ids: list[str], at: dt.datetime) -> None:
    """Mark unread notices as read and count them off; Stale when one was read meanwhile."""
    for notice_id in notice_ids:
        record = NoticeRecord(person_pk(person_id), f"{NOTICE_PREFIX}{notice_id}")
        actions: list[Action] = [
            NoticeRecord.read_at.set(at),
            NoticeRecord.GSI1PK.remove(),
            NoticeRecord.GSI1SK.remove(),
        ]
        unread = NoticeRecord.PK.exists() & NoticeRecord.read_at.does_not_exist()
        tx.update(record, actions, condition=unread)
    _count(tx, person_id, -len(notice_ids))


def notice(person_id: str, notice_id: str) -> Notice:
    """Read one of a person's own notices; NotFound for anyone else's."""
    try:
        key = f"{NOTICE_PREFIX}{notice_id}"
        return _from_record(NoticeRecord.get(person_pk(person_id), key, consistent_read=True))
    except DoesNotExist as missing:
        raise NotFound() from missing


def inbox(person_id: str, page: PageRequest) -> Page[Notice]:
    """List a person's notices, the newest first (one query)."""
    where = NoticeRecord.SK.startswith(NOTICE_PREFIX)
    return query(NoticeRecord, person_pk(person_id), page, where=where, newest_first=True).map(_from_record)


def unread_ids(person_id: str, most: int) -> list[str]:
    """List ids of unread notices (one query of the unread index)."""
    found = NoticeRecord.query(unread_pk(person_id), index_name="GSI1", limit=most, page_size=most)
    return [record.SK.removeprefix(NOTICE_PREFIX) for record in found]


def unread(person_id: str) -> int:
    """Give the unread count (one consistent read)."""
    try:
        return int(SummaryRecord.get(person_pk(person_id), "SUMMARY", consistent_read=True).unread)
    except DoesNotExist:
        return 0


def of_subject(subject: str, page: PageRequest, reach: Reach) -> Page[Notice]:
    """List the notices about a matter, the newest first; those beyond reach are left out (one query)."""
    found = query(NoticeRecord, subject_pk(subject), page, index="GSI2", newest_first=True).map(_from_record)
    return Page([one for one in found.items if reach.covers(one.place)], found.next_cursor)


def wishes(person_id: str) -> Wishes:
    """Give what a person wants beside the inbox (one consistent read)."""
    try:
        record = PreferencesRecord.get(person_pk(person_id), "PREFERENCES", consistent_read=True)
    except DoesNotExist:
        return Wishes()
    return Wishes(record.wechat, record.sms, frozenset(record.muted or ()))


def keep_wishes(tx: Transaction, person_id: str, chosen: Wishes) -> None:
    """Store them."""
    muted = set(chosen.muted) or None
    pk = person_pk(person_id)
    tx.put(PreferencesRecord(pk, "PREFERENCES", wechat=chosen.wechat, sms=chosen.sms, muted=muted))


def due(shard: int, now: dt.datetime) -> Iterator[NoticeRecord]:
    """Walk over the notices of one shard with a channel to try, the longest waiting first (one query a page)."""
    where = Gsi3.GSI3SK <= clock.to_text(now)  # noqa: SIM300 - an attribute in capitals, no constant
    return NoticeRecord.query(shard_pk(shard), where, index_name="GSI3", page_size=50)


def claim(record: NoticeRecord, until: dt.datetime) -> Claim | None:
    """Take a due notice until an instant; None when another run was faster."""
    hold = new_hold(until)
    actions: list[Action] = [
        NoticeRecord.claim.set(hold.token),
        NoticeRecord.GSI3SK.set(clock.to_text(hold.until)),
    ]
    if not _update(record, actions, NoticeRecord.GSI3SK == record.GSI3SK):
        return None
    return Claim(_from_record(record), hold.token)


def settle(claimed: Claim, plans: Plans) -> bool:
    """Note what became of the channels and give the notice back; False when the claim was lost."""
    one = claimed.notice
    pk = person_pk(one.person_id)
    actions: list[Action] = [NoticeRecord.channels.set(plans), NoticeRecord.claim.remove()]
    next_at = next_attempt(plans)
    if next_at is None:
        actions += [NoticeRecord.GSI3PK.remove(), NoticeRecord.GSI3SK.remove()]
    else:
        actions.append(NoticeRecord.GSI3SK.set(clock.to_text(next_at)))
    record = NoticeRecord(pk, f"{NOTICE_PREFIX}{one.id}")
    return _update(record, actions, NoticeRecord.claim == claimed.token)


def forget(person_id: str) -> None:
    """Erase a person's inbox, count and choices; safe to repeat."""
    for record in NoticesRecord.query(person_pk(person_id)):
        record.delete()


def _count(tx: Transaction, person_id: str, difference: int) -> None:
    record = SummaryRecord(person_pk(person_id), "SUMMARY")
    tx.update(record, [SummaryRecord.unread.add(difference), SummaryRecord.kind.set(SummaryRecord)])


def _update(record: NoticeRecord, actions: list[Action], condition: Condition) -> bool:
    try:
        record.update(actions=actions, condition=condition)
    except UpdateError as refused:
        if refused.cause_response_code == _REFUSED:
            return False
        raise
    return True


def _context(pk: str, sk: str) -> str:
    return f"{TABLE.name}|{pk}|{sk}|content"


def _to_record(one: Notice, hold: Hold | None) -> NoticeRecord:
    pk, sk = person_pk(one.person_id), f"{NOTICE_PREFIX}{one.id}"
    content = json.dumps([one.words.title, one.words.text, one.words.link], ensure_ascii=False)
    next_at = hold.until if hold else next_attempt(one.channels)
    return NoticeRecord(
        pk,
        sk,
        GSI1PK=unread_pk(one.person_id),
        GSI1SK=one.id,
        GSI2PK=subject_pk(one.subject),
        GSI2SK=one.id,
        GSI3PK=shard_of(pk) if next_at else None,
        GSI3SK=clock.to_text(next_at) if next_at else None,
        notice_kind=one.kind,
        content=crypto.seal(content, _context(pk, sk)),
        at=one.at,
        urgent=one.urgent,
        channels=one.channels,
        region=one.place.region,
        project=one.place.project,
        orgs=set(one.place.orgs) or None,
        claim=hold.token if hold else None,
    )


def _from_record(record: NoticeRecord) -> Notice:
    title, text, link = json.loads(crypto.unseal(record.content, _context(record.PK, record.SK)))
    return Notice(
        id=record.SK.removeprefix(NOTICE_PREFIX),
        person_id=record.PK.removeprefix("PERSON#"),
        kind=record.notice_kind,
        words=Words(title, text, link),
        at=record.at,
        subject=(record.GSI2PK or "").removeprefix("SUBJECT#"),
        place=Place(record.region, frozenset(record.orgs or ()), record.project),
        urgent=record.urgent,
        channels=record.channels,
        read_at=record.read_at,
    )
