"""How imports lie in the policies table."""

from typing import Any

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from mashangban.domains.policies.models.items import PoliciesRecord
from mashangban.domains.policies.terms.imports import ImportKind, ImportState
from mashangban.kernel.attributes import EnumAttribute, InstantAttribute, JsonAttribute


class ImportRecord(PoliciesRecord, discriminator="import"):
    """A file on its way. PK POLICYIMPORT#id, SK IMPORT; GSI1 POLICYIMPORTS-OF#region / id."""

    import_kind = EnumAttribute(ImportKind)
    region = UnicodeAttribute()
    filename = UnicodeAttribute(null=True)
    sha256 = UnicodeAttribute()
    person_id = UnicodeAttribute()
    state = EnumAttribute(ImportState)
    received_at = InstantAttribute()
    rows = NumberAttribute()
    errors = NumberAttribute()
    chunks = NumberAttribute()
    chunks_done = NumberAttribute()
    skipped = NumberAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class StagedRecord(PoliciesRecord, discriminator="staged"):
    """Checked rows, encrypted. PK POLICYSTAGED#id#0001, SK ROWS."""

    body = UnicodeAttribute()
    expires_at = NumberAttribute()


class RowErrorsRecord(PoliciesRecord, discriminator="row-errors"):
    """What is wrong with a file. PK POLICYIMPORT#id, SK ERRORS#0001."""

    wrong = JsonAttribute[list[list[Any]]](list, list)
    expires_at = NumberAttribute()


class FileRecord(PoliciesRecord, discriminator="file"):
    """A file that counts. PK POLICYFILE#region#kind#sha256, SK FILE."""

    import_id = UnicodeAttribute()
