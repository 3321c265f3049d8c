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
    """One package. PK DATAPACKAGE#id, SK PACKAGE; GSI1 PACKAGES-OF#person / time; expires after thirty days."""

    person_id = UnicodeAttribute()
    asked_at = InstantAttribute()
    ready_at: Any = InstantAttribute(null=True)
    size = NumberAttribute()
    sha256: Any = UnicodeAttribute(null=True)
    expires_at = NumberAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()
