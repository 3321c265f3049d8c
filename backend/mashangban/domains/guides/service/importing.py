"""Files of items and the feed of a catalogue; the job itself is the imports room's."""

from mashangban.domains.guides import events, permissions
from mashangban.domains.guides.repository.imports import STORE
from mashangban.domains.guides.rules import itemsheet
from mashangban.domains.guides.schemas import GuideFed, GuideFeed, GuideFeedItem, GuideForm
from mashangban.domains.guides.service import bringing, itemsheets
from mashangban.domains.guides.terms import ITEMS
from mashangban.imports.service import Desk, Reader
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Place

DESK = Desk(
    STORE,
    events.IMPORTS,
    permissions.RUN_IMPORTS,
    {ITEMS: Reader(itemsheet.LAYOUT, itemsheet.EXAMPLE, itemsheets.check, itemsheets.write)},
)


def feed(act: Act, given: GuideFeed) -> list[GuideFed]:
    """What changed in a catalogue, one after the other. Raises NotFound, before any is written, beyond reach."""
    roles = [act.actor.role_for(permissions.RUN_IMPORTS, Place(one.region)) for one in given.items]
    return [
        _fed(one, bringing.bring(act, role, _form(one), one.revision))
        for one, role in zip(given.items, roles, strict=True)
    ]


def _form(one: GuideFeedItem) -> GuideForm:
    return GuideForm(region=one.region, code=one.code, content=one.content)


def _fed(one: GuideFeedItem, done: bringing.Bringing) -> GuideFed:
    outcome = done.outcome
    return GuideFed(code=one.code, id=done.item_id, outcome=outcome.value, outcome_label=outcome.label)
