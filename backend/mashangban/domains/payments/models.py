"""How wage accounts, deposits and transfers lie in the payments table (docs/data/payments.md)."""

from pynamodb.attributes import DiscriminatorAttribute

from mashangban.deadlines.models import DeadlineRecord
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("payments")


class PaymentsRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class PaymentsDeadlineRecord(DeadlineRecord, PaymentsRecord, discriminator="deadline"):
    """A deadline in its subject's partition; GSI3 DUE#shard / instant."""
