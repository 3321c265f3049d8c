"""How a domain's copy of an employment lies in its own table.

PK EMPLOYMENT#contract, SK EMPLOYMENT
GSI1PK EMPLOYED-AT#project, GSI1SK team#contract; GSI2PK EMPLOYED#person, GSI2SK contract
"""

from pynamodb.attributes import NumberAttribute

from mashangban.employment.rules import Employment, dump, load
from mashangban.kernel.attributes import JsonAttribute
from mashangban.kernel.dynamodb import Record

SK = "EMPLOYMENT"


class EmploymentRecord(Record):
    """A domain derives its own: `class WagesEmployment(EmploymentRecord, WagesRecord, discriminator="employment")`."""

    employment = JsonAttribute[Employment](dump, load)
    version = NumberAttribute()


def key_of(contract_id: str) -> tuple[str, str]:
    """The key of a contract's employment."""
    return f"EMPLOYMENT#{contract_id}", SK


def to_record(kind: type[EmploymentRecord], employment: Employment) -> EmploymentRecord:
    """The item of an employment in the table of `kind`."""
    pk, sk = key_of(employment.contract_id)
    return kind(
        pk,
        sk,
        employment=employment,
        version=employment.version,
        GSI1PK=f"EMPLOYED-AT#{employment.project.id}",
        GSI1SK=f"{employment.team.id}#{employment.contract_id}",
        GSI2PK=f"EMPLOYED#{employment.person_id}",
        GSI2SK=employment.contract_id,
    )
