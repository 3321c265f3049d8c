"""How tickets and connections lie in the live table (docs/data/live.md). All of it expires by itself."""

from pynamodb.attributes import DiscriminatorAttribute, NumberAttribute, UnicodeAttribute

from mashangban.kernel.attributes import InstantAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("live")


class LiveRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class TicketRecord(LiveRecord, discriminator="ticket"):
    """A ticket by the hash of its secret. PK TICKET#hash, SK TICKET; expires after half a minute."""

    person_id = UnicodeAttribute()
    until = InstantAttribute()
    expires_at = NumberAttribute()


class ConnectionRecord(LiveRecord, discriminator="connection"):
    """A connection of a person. PK LISTENERS#person, SK moment#connection; expires after two hours."""

    connection_id = UnicodeAttribute()
    expires_at = NumberAttribute()


class OwnerRecord(LiveRecord, discriminator="owner"):
    """Whose a connection is. PK CONNECTION#id, SK OWNER; expires after two hours."""

    person_id = UnicodeAttribute()
    opened_at = InstantAttribute()
    expires_at = NumberAttribute()
