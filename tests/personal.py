"""What somebody would take along of a room."""

from typing import Any

from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Principal
from mashangban.kernel.personal import Holding


def taken(holding: Holding, person_id: str) -> dict[str, list[dict[str, Any]]]:
    """The records of each part, as they are written into a package: read by the person alone, without any role."""
    act = Act(Principal(person_id, ""), clock.now())
    return {part.name: [one.model_dump(mode="json") for one in part.read(act)] for part in holding.parts}
