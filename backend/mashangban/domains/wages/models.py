"""How pay tables and their lines lie in the wages table (docs/data/wages.md)."""

from pynamodb.attributes import DiscriminatorAttribute

from mashangban.deadlines.models import DeadlineRecord
from mashangban.employment.models import EmploymentRecord
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("wages")


class WagesRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class WagesEmployment(EmploymentRecord, WagesRecord, discriminator="employment"):
    """An employment this domain was told of (mashangban.employment.models)."""


class WagesDeadlineRecord(DeadlineRecord, WagesRecord, discriminator="deadline"):
    """A deadline in its subject's partition; GSI3 DUE#shard / instant."""
