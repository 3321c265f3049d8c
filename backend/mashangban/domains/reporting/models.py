"""How reports to other platforms lie in the reporting table (docs/data/reporting.md)."""

from pynamodb.attributes import DiscriminatorAttribute

from mashangban.deadlines.models import DeadlineRecord
from mashangban.employment.models import EmploymentRecord
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("reporting")


class ReportingRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class ReportingEmployment(EmploymentRecord, ReportingRecord, discriminator="employment"):
    """An employment this domain was told of (mashangban.employment.models)."""


class ReportingDeadlineRecord(DeadlineRecord, ReportingRecord, discriminator="deadline"):
    """A deadline in its subject's partition; GSI3 DUE#shard / instant."""
