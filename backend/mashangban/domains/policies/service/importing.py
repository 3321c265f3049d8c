"""Files of policies or facts: how each is read; the job itself is the imports room's."""

from mashangban.domains.policies import errors, events, permissions
from mashangban.domains.policies.repository.imports import STORE
from mashangban.domains.policies.schemas.imports import PolicyImportQuery
from mashangban.domains.policies.service import factsheets, policysheets
from mashangban.domains.policies.terms.imports import ImportKind
from mashangban.imports.schemas import FileImportView
from mashangban.imports.service import Desk, Reader
from mashangban.kernel.acts import Act
from mashangban.registry import divisions

_READERS: dict[str, Reader] = {
    ImportKind.POLICIES: Reader(
        policysheets.LAYOUT, policysheets.EXAMPLE, policysheets.check, policysheets.write
    ),
    ImportKind.FACTS: Reader(factsheets.LAYOUT, factsheets.EXAMPLE, factsheets.check, factsheets.write),
}


def start(act: Act, asked: PolicyImportQuery, content: bytes) -> FileImportView:
    """Check a file as a whole; nothing of it counts yet. Raises FileEmpty, FileTooLarge, SameFile, UnknownRegion."""
    if divisions.find(asked.region) is None:
        raise errors.UnknownRegion()
    return DESK.start(act, asked.kind, asked.region, asked.filename, content)


DESK = Desk(STORE, events.IMPORTS, permissions.RUN_IMPORTS, _READERS)
