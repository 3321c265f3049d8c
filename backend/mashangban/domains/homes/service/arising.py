"""What failed when a household inspected its own home becomes defects of it. A builder's own sheet makes none: what
fails there is mended in rounds before the keys are given; nor does a later round, whose points are in the loop already.
"""

from contextlib import suppress

from mashangban.domains.homes.repository import defects, estates, homes
from mashangban.domains.homes.repository import inspections as sheets
from mashangban.domains.homes.rules import arising as rules
from mashangban.domains.homes.rules.inspection import Inspection
from mashangban.domains.homes.schemas import Report
from mashangban.domains.homes.service import reporting
from mashangban.domains.homes.terms import Severity
from mashangban.domains.homes.terms.inspections import InspectionKind
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Role


def arise(act: Act, inspection_id: str) -> None:
    """A defect for each failed point, once, whatever is told twice; none for whoever lives there no more."""
    sheet = sheets.get(inspection_id)
    home = homes.get(sheet.home_id)
    gone = home.resident(sheet.inspector_id, clock.local_date(act.at)) is None
    if sheet.kind is not InspectionKind.BUYER or sheet.round > 1 or gone:
        return
    estate = estates.get(home.estate_id)
    for point in sheet.failed:
        identity, given = rules.defect_id(sheet.id, point), _report(sheet, point)
        if not _known(identity):
            new = reporting.defect_of(act, home, estate, given, (identity, sheet.inspector_id))
            reporting.begin(act, new, given.text, Role.SYSTEM)


def _report(sheet: Inspection, point: str) -> Report:
    code, _, room = point.partition("@")
    return Report.model_validate(
        {
            "category": rules.CATEGORIES[code],
            "severity": Severity.ORDINARY,
            "spot": {"room": room},
            "text": rules.words_of(sheet, point)[:500],
            "photos": list(sheet.entries[point].photos),
        }
    )


def _known(identity: str) -> bool:
    with suppress(NotFound):
        return bool(defects.get(identity))
    return False
