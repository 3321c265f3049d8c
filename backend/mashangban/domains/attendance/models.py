"""How attendance of working days lie in the attendance table (docs/data/attendance.md)."""

from pynamodb.attributes import DiscriminatorAttribute

from mashangban.deadlines.models import DeadlineRecord
from mashangban.employment.models import EmploymentRecord
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("attendance")


class AttendanceRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class AttendanceEmployment(EmploymentRecord, AttendanceRecord, discriminator="employment"):
    """An employment this domain was told of (mashangban.employment.models)."""


class AttendanceDeadlineRecord(DeadlineRecord, AttendanceRecord, discriminator="deadline"):
    """A deadline in its subject's partition; GSI3 DUE#shard / instant."""
