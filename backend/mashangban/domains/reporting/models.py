"""How reports to other platforms lie in the reporting table (docs/data/reporting.md).

PK REPORT#id, SK REPORT
    GSI1PK COUNTY#region, GSI1SK state#topic#changed; GSI2PK OUTBOX#platform#shard, GSI2SK due#id (while it waits)
    GSI3PK PERSON#platform, GSI3SK state#topic#changed (while somebody must look at it)
PK REPORT#id, SK DAY#date; SK COUNTED
PK REPORTBATCH#key, SK REPORTBATCH; GSI2PK ASK#platform, GSI2SK when#key (while it is open)
PK EARLY#contract, SK kind#source: what was told before the employment
PK PAYROLL#table, SK PAYROLL; PK SERIAL#region#month, SK SERIAL
"""

from dataclasses import asdict
from typing import Any

from pynamodb.attributes import BooleanAttribute, DiscriminatorAttribute, NumberAttribute, UnicodeAttribute

from mashangban.domains.reporting.rules.batch import Entry
from mashangban.domains.reporting.rules.report import DayFact, LineFact
from mashangban.domains.reporting.terms import BatchState, ReportState, Topic
from mashangban.employment.models import EmploymentRecord
from mashangban.employment.rules import Named
from mashangban.kernel.attributes import EnumAttribute, InstantAttribute, JsonAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("reporting")


def _load_day(raw: dict[str, Any]) -> DayFact:
    return DayFact(**{**raw, "witnesses": tuple(raw["witnesses"])})


def _load_entries(raw: list[dict[str, Any]]) -> tuple[Entry, ...]:
    return tuple(Entry(**one) for one in raw)


class ReportingRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class ReportingEmployment(EmploymentRecord, ReportingRecord, discriminator="employment"):
    """An employment this domain was told of (mashangban.employment.models)."""


class ReportRecord(ReportingRecord, discriminator="report"):
    """A report; in the outbox only while it waits."""

    topic = EnumAttribute(Topic)
    platform = UnicodeAttribute()
    region = UnicodeAttribute()
    project = JsonAttribute[Named](asdict, lambda raw: Named(**raw))
    contract_id = UnicodeAttribute()
    name_masked = UnicodeAttribute()
    month = UnicodeAttribute(null=True)
    state = EnumAttribute(ReportState)
    next_at = InstantAttribute(null=True)
    changed_at = InstantAttribute()
    revision = NumberAttribute()
    told = NumberAttribute()
    line = JsonAttribute[LineFact](asdict, lambda raw: LineFact(**raw), null=True)
    chosen = JsonAttribute[dict[str, str]](dict, dict, null=True)
    attempts = NumberAttribute()
    batch_id = UnicodeAttribute(null=True)
    digest = UnicodeAttribute(null=True)
    receipt = UnicodeAttribute(null=True)
    code = UnicodeAttribute(null=True)
    reason = UnicodeAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class DayRecord(ReportingRecord, discriminator="day"):
    """One day of a worker's month: no index, so that a day's news costs little."""

    fact = JsonAttribute[DayFact](asdict, _load_day)
    version = NumberAttribute()


class CountedRecord(ReportingRecord, discriminator="counted"):
    """What a report counts on the boards, as of its event `version`."""

    counted = JsonAttribute[dict[str, int]](dict, dict)
    version = NumberAttribute()


class BatchRecord(ReportingRecord, discriminator="batch"):
    """A batch; in the list of those to ask about only while it is open."""

    platform = UnicodeAttribute()
    entries = JsonAttribute[tuple[Entry, ...]](lambda found: [asdict(one) for one in found], _load_entries)
    state = EnumAttribute(BatchState)
    sent_at = InstantAttribute()
    next_at = InstantAttribute(null=True)
    asks = NumberAttribute()
    ticket = UnicodeAttribute(null=True)
    contradicted = BooleanAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class EarlyRecord(ReportingRecord, discriminator="early"):
    """News of a contract that nobody told us of yet; it is taken up when the employment arrives."""

    message_kind = UnicodeAttribute()
    body = JsonAttribute[dict[str, Any]](dict, dict)
    version = NumberAttribute()


class PayrollRecord(ReportingRecord, discriminator="payroll"):
    """The 18-character number of a pay table."""

    code = UnicodeAttribute()


class SerialRecord(ReportingRecord, discriminator="serial"):
    """The last number given in a county and month."""

    last = NumberAttribute()
