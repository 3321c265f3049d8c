"""How expected pay days and complaints lie in the arrears table (docs/data/arrears.md)."""

from pynamodb.attributes import DiscriminatorAttribute

from mashangban.deadlines.models import DeadlineRecord
from mashangban.employment.models import EmploymentRecord
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("arrears")


class ArrearsRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class ArrearsEmployment(EmploymentRecord, ArrearsRecord, discriminator="employment"):
    """An employment this domain was told of (mashangban.employment.models)."""


class ArrearsDeadlineRecord(DeadlineRecord, ArrearsRecord, discriminator="deadline"):
    """A deadline in its subject's partition; GSI3 DUE#shard / instant."""
