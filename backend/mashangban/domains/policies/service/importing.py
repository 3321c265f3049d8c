"""Files of policies or facts: what each holds and how a job is shown; the job itself is the imports room's."""

from mashangban.domains.policies import errors, events, permissions
from mashangban.domains.policies.repository.imports import STORE
from mashangban.domains.policies.schemas.imports import PolicyImportQuery, PolicyImportView
from mashangban.domains.policies.service import factsheets, policysheets
from mashangban.domains.policies.terms.imports import ImportKind
from mashangban.imports import service as imports
from mashangban.imports.rules import Import
from mashangban.imports.service import Desk, Reader
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Principal
from mashangban.registry import divisions

_READERS: dict[str, Reader] = {
    ImportKind.POLICIES: Reader(
        policysheets.LAYOUT, policysheets.EXAMPLE, policysheets.check, policysheets.write
    ),
    ImportKind.FACTS: Reader(factsheets.LAYOUT, factsheets.EXAMPLE, factsheets.check, factsheets.write),
}


def start(act: Act, asked: PolicyImportQuery, content: bytes) -> PolicyImportView:
    """Check a file as a whole; nothing of it counts yet. Raises FileEmpty, FileTooLarge, SameFile, UnknownRegion."""
    if divisions.find(asked.region) is None:
        raise errors.UnknownRegion()
    return DESK.start(act, asked.kind, asked.region, asked.filename, content)


def view(one: Import, _: Principal) -> PolicyImportView:
    """An import as it is shown."""
    kind = ImportKind(one.kind)
    return PolicyImportView(**imports.shown(one), kind=kind, kind_label=kind.label, skipped=one.skipped)


DESK = Desk(STORE, events.IMPORTS, permissions.RUN_IMPORTS, _READERS, view)
