"""The lines of conversations: numbered without a gap, their words encrypted."""

from collections.abc import Iterable

from mashangban.domains.helpdesk.models import LineRecord
from mashangban.domains.helpdesk.rules.talk import Line, Talk
from mashangban.domains.helpdesk.terms.talking import LINES_A_PAGE
from mashangban.kernel import crypto
from mashangban.kernel.transaction import Transaction

PREFIX = "LINE#"


def keep(tx: Transaction, one: Talk, line: Line) -> None:
    """Store a line within the act that says it."""
    pk = one.subject.pk
    tx.create(
        LineRecord(
            pk,
            _sk(line.number),
            side=line.side,
            what=line.kind,
            at=line.at,
            author_id=line.author_id or None,
            words=crypto.seal(line.text, _context(pk, line.number)) if line.text else None,
            file_id=line.file_id or None,
            card=line.card,
        )
    )


def after(one: Talk, number: int, most: int = LINES_A_PAGE) -> list[Line]:
    """What follows a line, in order, a page at most."""
    # As long as two bounds need, and no other kind of item of the partition between them.
    key = LineRecord.SK.between(_sk(number + 1), _sk(max(one.lines, number + 1)))
    found = LineRecord.query(one.subject.pk, key, limit=most, consistent_read=True)
    return [_line(record) for record in found]


def first_of(all_: Iterable[Talk]) -> dict[str, str]:
    """The words with which conversations began, by conversation (one batch); what was taken away is left out."""
    keys = {one.subject.pk: one.id for one in all_}
    found = LineRecord.batch_get([(pk, _sk(1)) for pk in keys])
    return {keys[str(record.PK)]: _line(record).text for record in found}


def number_of(sk: str) -> int:
    """The number of a line by its key."""
    return int(sk.removeprefix(PREFIX))


def files_of(one: Talk) -> list[str]:
    """The files that the asker of a conversation sent."""
    found = LineRecord.query(one.subject.pk, LineRecord.SK.startswith(PREFIX), consistent_read=True)
    return [line.file_id for line in found if line.file_id and line.author_id == one.asker_id]


def drop_all(one: Talk) -> None:
    """Take every line away: whoever wrote left for good. What was taken already stays so."""
    pk = one.subject.pk
    keys = LineRecord.query(pk, LineRecord.SK.startswith(PREFIX), consistent_read=True)
    with LineRecord.batch_write() as batch:
        for record in keys:
            batch.delete(record)


def _line(record: LineRecord) -> Line:
    pk, number = str(record.PK), number_of(str(record.SK))
    return Line(
        number=number,
        side=record.side,
        kind=record.what,
        at=record.at,
        author_id=record.author_id or "",
        text=crypto.unseal(record.words, _context(pk, number)) if record.words else "",
        file_id=record.file_id or "",
        card=record.card,
    )


def _sk(number: int) -> str:
    return f"{PREFIX}{number:08d}"


def _context(pk: str, number: int) -> str:
    return f"helpdesk|{pk}|line|{number}"
