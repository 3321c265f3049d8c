"""What every item of the table shares, and how departments stand in items."""

from pynamodb.attributes import DiscriminatorAttribute

from mashangban.deadlines.models import DeadlineRecord
from mashangban.domains.helpdesk.rules.department import Desk
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("helpdesk")


def dump_desk(one: Desk) -> list[str]:
    """A department as tickets name it."""
    return [one.id, one.name, one.region]


def load_desk(raw: list[str]) -> Desk:
    return Desk(*raw)


class HelpdeskRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class HelpDeadlineRecord(DeadlineRecord, HelpdeskRecord, discriminator="deadline"):
    """A clock of a ticket or a rating; GSI3 DUE#shard / instant."""
