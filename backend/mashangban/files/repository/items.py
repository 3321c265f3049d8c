"""Every read and write of the files table. Access patterns: docs/data/files.md."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from botocore.exceptions import ClientError
from pynamodb.expressions.condition import Condition

from mashangban.files.errors import TooManyFiles
from mashangban.files.models import TABLE, FileRecord, ShareRecord
from mashangban.files.repository import records
from mashangban.files.repository.records import SK, file_of, record_of
from mashangban.files.rules.uploads import File
from mashangban.files.schemas import AnnouncedView, FileView, Taken
from mashangban.files.terms import MOST_A_DAY, MOST_BYTES_A_DAY, FileState
from mashangban.kernel import clock, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.dynamodb import client
from mashangban.kernel.errors import Stale
from mashangban.kernel.events import Event, Subject
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

_PAGE = 100
_MOVED = {"ConditionalCheckFailedException", "TransactionConflictException"}


def find(file_id: str) -> File | None:
    """The file (consistent read, 1 RCU)."""
    try:
        return file_of(FileRecord.get(Subject("file", file_id).pk, SK, consistent_read=True))
    except FileRecord.DoesNotExist:
        return None


def find_all(file_ids: list[str]) -> list[File]:
    """Those of the files (at most 100) that exist."""
    keys = [(Subject("file", file_id).pk, SK) for file_id in dict.fromkeys(file_ids)]
    return [file_of(record) for record in FileRecord.batch_get(keys, consistent_read=True)]


def of_owner(person_id: str, page: PageRequest) -> Page[File]:
    """What somebody uploaded for themselves and was prepared (or can't be shown), the oldest first; eventually
    consistent."""
    return pagination.query(FileRecord, records.owner(person_id), page, index="GSI1").map(file_of)


def unused(shard: int, now: datetime) -> Iterator[str]:
    """Ids of files that no room took in time, the oldest first, a page of them; eventually consistent."""
    over = clock.to_text(now) >= FileRecord.GSI3SK
    found = FileRecord.query(records.waiting(shard), over, index_name="GSI3", limit=_PAGE, page_size=_PAGE)
    return (records.id_of(record) for record in found)


def save_announced(act: Act, file: File, view: AnnouncedView) -> None:
    """Keep a place for a file; nothing points to it yet, so it has no event. Raises TooManyFiles."""
    with Transaction(act, TABLE) as tx:
        _use_share(tx, act, file)
        tx.create(record_of(file))
        tx.answer(view)


def _use_share(tx: Transaction, act: Act, file: File) -> None:
    """Count a file to its owner's day."""
    day = clock.local_date(act.at)
    record = ShareRecord(f"UPLOADS#{file.owner}#{day.isoformat()}", "SHARE")
    ends = int((act.at + timedelta(days=2)).timestamp())
    left = (ShareRecord.files < MOST_A_DAY) & (ShareRecord.sent < MOST_BYTES_A_DAY)
    tx.update(
        record,
        [ShareRecord.files.add(1), ShareRecord.sent.add(file.size), ShareRecord.expires_at.set(ends)],
        condition=ShareRecord.files.does_not_exist() | left,
        otherwise=TooManyFiles(),
    )


def save_reopened(act: Act, file: File) -> None:
    """A new upload in parts for a file that came wrong; no event, nothing points to it yet."""
    with Transaction(act, TABLE) as tx:
        still = FileRecord.state == file.state
        tx.update(record_of(file), [FileRecord.upload_id.set(file.upload_id)], condition=still)


def save_arrived(act: Act, file: File, event: Event, view: FileView) -> None:
    """From now on the file is there, and waits for a record."""
    actions = [
        FileRecord.state.set(file.state),
        FileRecord.expires_at.remove(),
        FileRecord.upload_id.remove(),
        *([FileRecord.seconds.set(file.seconds)] if file.seconds else []),
        *(getattr(FileRecord, name).set(value) for name, value in records.waits(file).items() if value),
    ]
    with Transaction(act, TABLE) as tx:
        tx.amend(record_of(file), event, actions)
        tx.answer(view)


def save_taken(act: Act, file: File, event: Event, answer: Taken) -> None:
    """A file that came whole is there, and waits for a record. Raises TooManyFiles."""
    with Transaction(act, TABLE) as tx:
        _use_share(tx, act, file)
        tx.create(record_of(file), event)
        tx.answer(answer)


def save_prepared(act: Act, file: File, event: Event) -> None:
    """What the function found and made of it. Only now its owner's list has it: the index is written once a file."""
    actions = [FileRecord.state.set(file.state), FileRecord.scan_state.set(file.scan)]
    if not file.in_office:
        actions += [FileRecord.GSI1PK.set(records.owner(file.owner)), FileRecord.GSI1SK.set(file.id)]
    if file.place is not None:
        actions.append(FileRecord.place.set(records.sealed_place(file)))
    with Transaction(act, TABLE) as tx:
        tx.amend(record_of(file), event, actions)


def save_blurred(act: Act, file: File, event: Event, view: FileView) -> None:
    """What its owner marked; it is drawn anew."""
    actions = [FileRecord.state.set(file.state), FileRecord.blurs.set(file.blurs)]
    with Transaction(act, TABLE) as tx:
        tx.amend(record_of(file), event, actions)
        tx.answer(view)


def save_held(file: File, room: str, at: datetime) -> None:
    """A room's records point to the file: it waits no more (1 to 3 WRU: two lists may have it).

    No transaction, for the room's own act lies in another table. Nothing comes back, and only what the room's function
    may touch is named (template.yaml). Raises Stale when it was removed, or something else happened, meanwhile.
    """
    try:
        client().update_item(
            TableName=TABLE.physical,
            Key={"PK": {"S": file.subject.pk}, "SK": {"S": SK}},
            UpdateExpression="SET held.#room = :at REMOVE GSI3PK, GSI3SK",
            ConditionExpression="attribute_exists(held) AND #state IN (:arrived, :usable)",
            ExpressionAttributeNames={"#room": room, "#state": "state"},
            ExpressionAttributeValues={
                ":at": {"S": clock.to_text(at)},
                ":arrived": {"S": FileState.ARRIVED.value},
                ":usable": {"S": FileState.USABLE.value},
            },
        )
    except ClientError as refused:
        if refused.response["Error"]["Code"] not in _MOVED:
            raise
        raise Stale() from refused


def save_let_go(act: Act, file: File, held: Mapping[str, datetime]) -> None:
    """A room let go, others hold the file. Raises Stale when something happened to it meanwhile."""
    with Transaction(act, TABLE) as tx:
        tx.update(record_of(file), [FileRecord.held.set(records.held_text(held))], condition=_unmoved(file))


def save_removed(act: Act, file: File, event: Event) -> None:
    """The file is there no more; its events are. Raises Stale when something happened to it meanwhile."""
    with Transaction(act, TABLE) as tx:
        tx.publish(event)
        tx.delete(record_of(file), condition=_unmoved(file))


def remove(act: Act, file: File) -> None:
    """Give up an announcement."""
    with Transaction(act, TABLE) as tx:
        tx.delete(record_of(file), condition=FileRecord.state == file.state)
        tx.answer(None)


def _unmoved(file: File) -> Condition:
    """Neither drawn anew nor taken by a room since it was read."""
    unheld: Condition = FileRecord.held.does_not_exist()
    same = unheld if file.held is None else FileRecord.held == records.held_text(file.held)
    unmoved: Condition = same & (FileRecord.version == file.version) & (FileRecord.chain == file.chain)
    return unmoved
