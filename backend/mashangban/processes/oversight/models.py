"""How openings of a line lie in the oversight table (docs/data/oversight.md)."""

from pynamodb.attributes import DiscriminatorAttribute, NumberAttribute, UnicodeAttribute

from mashangban.kernel.attributes import InstantAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("oversight")


class OversightRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class InspectionRecord(OversightRecord, discriminator="inspection"):
    """One opening of a line, its reason encrypted. PK INSPECTION#id, SK INSPECTION; GSI1 INSPECTED-BY#person / time;
    GSI2 INSPECTIONS-OF#contract / time."""

    contract_id = UnicodeAttribute()
    person_id = UnicodeAttribute()
    region = UnicodeAttribute()
    at = InstantAttribute()
    reason = UnicodeAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()
