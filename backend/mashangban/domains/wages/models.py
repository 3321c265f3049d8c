"""How pay tables and their lines lie in the wages table (docs/data/wages.md)."""

from dataclasses import asdict
from typing import Any

from pynamodb.attributes import BooleanAttribute, DiscriminatorAttribute, NumberAttribute, UnicodeAttribute

from mashangban.deadlines.models import DeadlineRecord
from mashangban.domains.wages.rules import pay
from mashangban.domains.wages.rules.checking import Finding
from mashangban.domains.wages.rules.line import Objection
from mashangban.domains.wages.rules.pay import Content
from mashangban.domains.wages.rules.table import Job
from mashangban.domains.wages.terms import (
    FindingKind,
    JobKind,
    LineState,
    ObjectionKind,
    TableState,
    UploadState,
)
from mashangban.employment.models import EmploymentRecord
from mashangban.employment.rules import Employment, Named
from mashangban.employment.rules import dump as dump_employment
from mashangban.employment.rules import load as load_employment
from mashangban.kernel import clock
from mashangban.kernel.attributes import EnumAttribute, InstantAttribute, JsonAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("wages")


def dump_findings(findings: tuple[Finding, ...]) -> list[Any]:
    """As JSON, short."""
    return [[one.kind.value, one.blocks, one.words] for one in findings]


def load_findings(raw: list[Any]) -> tuple[Finding, ...]:
    """What `dump_findings` wrote."""
    return tuple(Finding(FindingKind(kind), blocks, words) for kind, blocks, words in raw)


def _dump_objection(one: Objection) -> list[Any]:
    return [one.number, one.kind.value, clock.to_text(one.at), one.kept, one.insisted]


def _load_objection(raw: list[Any]) -> Objection:
    number, kind, at, kept, insisted = raw
    return Objection(number, ObjectionKind(kind), clock.from_text(at), kept, insisted)


class NamedAttribute(JsonAttribute[Named]):
    """A thing by id and name."""

    def __init__(self) -> None:
        super().__init__(lambda value: list(asdict(value).values()), lambda raw: Named(*raw))


class WagesRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class WagesEmployment(EmploymentRecord, WagesRecord, discriminator="employment"):
    """An employment this domain was told of (mashangban.employment.models)."""


class TallyRecord(WagesRecord, discriminator="tally"):
    """What attendance counts of a contract in a month. PK TALLY#contract#month, SK TALLY.

    `days`: for each day its half days, minutes and the version that said so; the highest version wins.
    """

    days = JsonAttribute[dict[str, list[int]]](dict, dict)
    revision = NumberAttribute()


class PayeeRecord(WagesRecord, discriminator="payee"):
    """A person's own card as payments knows it. PK PAYEE#person, SK PAYEE."""

    bank = UnicodeAttribute(null=True)
    card_masked = UnicodeAttribute(null=True)
    state = UnicodeAttribute()
    version = NumberAttribute()


class TableRecord(WagesRecord, discriminator="paytable"):
    """A pay table. PK PAYTABLE#id, SK PAYTABLE; GSI1 TABLES#project / month#id; GSI3 TABLES-IN#region / month#id."""

    month = UnicodeAttribute()
    project = NamedAttribute()
    region = UnicodeAttribute()
    employer = NamedAttribute()
    general_contractor = NamedAttribute()
    state = EnumAttribute(TableState)
    made_by = UnicodeAttribute()
    made_at = InstantAttribute()
    rows = UnicodeAttribute(null=True)
    chunks = NumberAttribute()
    lines = NumberAttribute()
    total_fen = NumberAttribute()
    blocked = NumberAttribute()
    foremen = JsonAttribute[tuple[str, ...]](list, tuple)
    job = JsonAttribute[Job](
        lambda job: list(asdict(job).values()), lambda raw: Job(JobKind(raw[0]), *raw[1:]), null=True
    )
    runs = NumberAttribute()
    submitted_by = UnicodeAttribute(null=True)
    approved_by = UnicodeAttribute(null=True)
    shown_at = InstantAttribute(null=True)
    due_passed = BooleanAttribute()
    reason = UnicodeAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class MonthRecord(WagesRecord, discriminator="month"):
    """One table a project, employer and month. PK MONTH#project#employer#month, SK MONTH."""

    table_id = UnicodeAttribute()


class RowsRecord(WagesRecord, discriminator="rows"):
    """A chunk of a version's rows, packed. PK ROWS#version#0000, SK ROWS; swept when no table names it any more."""

    body = UnicodeAttribute()
    revision = NumberAttribute()


class LineRecord(WagesRecord, discriminator="payline"):
    """A line as it moves; kept small. PK PAYLINE#id, SK PAYLINE. Written by repository/lines.py alone."""

    table_id = UnicodeAttribute()
    month = UnicodeAttribute()
    content = JsonAttribute[Content](pay.dump, pay.load)
    state = EnumAttribute(LineState)
    asked_at = InstantAttribute()
    revision = NumberAttribute()
    seen = NumberAttribute()
    confirmed = NumberAttribute()
    assisted = BooleanAttribute()
    previous_fen = NumberAttribute(null=True)
    previous_halves = NumberAttribute(null=True)
    findings = JsonAttribute[tuple[Finding, ...]](dump_findings, load_findings, null=True)
    objection = JsonAttribute[Objection](_dump_objection, _load_objection, null=True)
    run = UnicodeAttribute(null=True)
    attempt = NumberAttribute()
    transfer_version = NumberAttribute()
    reason = UnicodeAttribute(null=True)
    slip_id = UnicodeAttribute(null=True)
    slip_ready = BooleanAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class LineFactsRecord(WagesRecord, discriminator="line-facts"):
    """Whose line it is: the employment as it was when the line was shown. PK PAYLINE#id, SK FACTS; never changes."""

    employment = JsonAttribute[Employment](dump_employment, load_employment)


class ChangeRecord(WagesRecord, discriminator="change"):
    """Before and after of one revision. PK PAYLINE#id, SK CHANGE#00002 (the revision it led to)."""

    revision = NumberAttribute()
    before = JsonAttribute[Content](pay.dump, pay.load)
    after = JsonAttribute[Content](pay.dump, pay.load)
    reason = UnicodeAttribute()
    by = UnicodeAttribute()
    at = InstantAttribute()


class SealedRecord(WagesRecord, discriminator="sealed"):
    """Personal words and hands, encrypted. PK PAYLINE#id, SK SIGNATURE#00001 (revision) or OBJECTION#00001."""

    body = UnicodeAttribute()


class LineRowRecord(WagesRecord, discriminator="line-row"):
    """A line as lists show it, and what it last counted; written by the listener. PK PAYLINE#id, SK ROW.

    GSI2 PAID#person / month#id; while somebody must look into it GSI1 LINES#project and GSI3 LINES-IN#region, both by
    state#month#id.
    """

    line_id = UnicodeAttribute()
    state = EnumAttribute(LineState)
    insisted = BooleanAttribute()
    counted = JsonAttribute[dict[str, int]](dict, dict)
    version = NumberAttribute()


class UploadRecord(WagesRecord, discriminator="upload"):
    """An uploaded sheet. PK PAYUPLOAD#id, SK UPLOAD; GSI1 UPLOADS#table / id."""

    table_id = UnicodeAttribute()
    file_id = UnicodeAttribute()
    filename = UnicodeAttribute()
    sha256 = UnicodeAttribute()
    person_id = UnicodeAttribute()
    state = EnumAttribute(UploadState)
    received_at: InstantAttribute = InstantAttribute()
    rows = NumberAttribute()
    chunks = NumberAttribute()
    errors = NumberAttribute()
    fen = NumberAttribute()
    blocked = NumberAttribute()
    foremen = JsonAttribute[tuple[str, ...]](list, tuple)
    root = UnicodeAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class ProgressRecord(WagesRecord, discriminator="progress"):
    """How far the checking of an upload is; no subject, written as it goes. PK PAYUPLOAD#id, SK PROGRESS."""

    done = NumberAttribute()
    total = NumberAttribute()
    chunks = NumberAttribute()
    expires_at = NumberAttribute()


class UploadErrorsRecord(WagesRecord, discriminator="upload-errors"):
    """What is wrong with an upload, a few hundred rows an item. PK PAYUPLOAD#id, SK ERRORS#0000; expires."""

    errors = JsonAttribute[list[list[Any]]](list, list)
    expires_at = NumberAttribute()


class FileRecord(WagesRecord, discriminator="file"):
    """A sheet that counts, by its content. PK FILE#project#employer#sha256, SK FILE."""

    upload_id = UnicodeAttribute()


class WagesDeadlineRecord(DeadlineRecord, WagesRecord, discriminator="deadline"):
    """A deadline in its subject's partition; GSI3 DUE#shard / instant."""
