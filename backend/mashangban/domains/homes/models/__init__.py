"""How homes, what hangs on them and their defects lie in the homes table (docs/data/homes.md)."""

from mashangban.domains.homes.models.defects import (
    DefectRecord,
    DefectRowRecord,
    DefectWordsRecord,
    IssueRecord,
    MemberRecord,
    RepairRecord,
)
from mashangban.domains.homes.models.estates import (
    TABLE,
    CodeRecord,
    ContractRecord,
    EstateRecord,
    FileRecord,
    HomeRecord,
    HomesDeadlineRecord,
    HomesRecord,
    ImportRecord,
    InvitationRecord,
    ResidentRecord,
    RowErrorsRecord,
    StagedRecord,
    TriesRecord,
)
from mashangban.domains.homes.models.facts import FactRecord
from mashangban.domains.homes.models.inspections import (
    InspectionRecord,
    InspectionRowRecord,
    OpenInspectionRecord,
)

__all__ = [
    "TABLE",
    "CodeRecord",
    "ContractRecord",
    "DefectRecord",
    "DefectRowRecord",
    "DefectWordsRecord",
    "EstateRecord",
    "FactRecord",
    "FileRecord",
    "HomeRecord",
    "HomesDeadlineRecord",
    "HomesRecord",
    "ImportRecord",
    "InspectionRecord",
    "InspectionRowRecord",
    "InvitationRecord",
    "IssueRecord",
    "MemberRecord",
    "OpenInspectionRecord",
    "RepairRecord",
    "ResidentRecord",
    "RowErrorsRecord",
    "StagedRecord",
    "TriesRecord",
]
