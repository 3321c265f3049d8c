"""How packages lie in the mydata table (docs/data/mydata.md)."""

from typing import Any

from pynamodb.attributes import DiscriminatorAttribute, NumberAttribute, UnicodeAttribute

from mashangban.kernel.attributes import InstantAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("mydata")


class MydataRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class PackageRecord(MydataRecord, discriminator="package"):
    """One package. PK DATAPACKAGE#id, SK PACKAGE; GSI1 PACKAGES-OF#person / time; expires after thirty days.

    `begun` is the version with which packing was last begun.
    """

    person_id = UnicodeAttribute()
    asked_at = InstantAttribute()
    ready_at: Any = InstantAttribute(null=True)
    size = NumberAttribute()
    sha256: Any = UnicodeAttribute(null=True)
    begun = NumberAttribute(null=True)
    tries: Any = NumberAttribute(null=True)
    stuck_at: Any = UnicodeAttribute(null=True)
    again_at: Any = InstantAttribute(null=True)
    failed_at: Any = InstantAttribute(null=True)
    expires_at = NumberAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()
