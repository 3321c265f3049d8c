"""What the audit table holds: one head, tiles of the tree, a leaf for every event, the public keys used so far."""

from pynamodb.attributes import BinaryAttribute, DiscriminatorAttribute, NumberAttribute, UnicodeAttribute

from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("audit")


class AuditRecord(Record):
    """Base of the table's items."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class HeadRecord(AuditRecord, discriminator="head"):
    """The log's only changing item: whoever moves `size` on from what was read is the one sequencer."""

    size = NumberAttribute()
    frontier = BinaryAttribute(legacy_encoding=False)
    checkpoint = UnicodeAttribute()
    signature = UnicodeAttribute()
    key_id = UnicodeAttribute()


class TileRecord(AuditRecord, discriminator="tile"):
    """Up to 32 node hashes, one after another."""

    hashes = BinaryAttribute(legacy_encoding=False)


class LeafRecord(AuditRecord, discriminator="leaf"):
    """An event at its place in the log; `event` is the canonical text its hash covers. GSI1 finds it by event id."""

    index = NumberAttribute()
    event = UnicodeAttribute()


class KeyRecord(AuditRecord, discriminator="key"):
    """A public key (DER) the log has signed with; kept for ever, so that old receipts stay checkable."""

    spki = BinaryAttribute(legacy_encoding=False)
