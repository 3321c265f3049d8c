"""Files of items and the feed of a catalogue; the job itself is the imports room's.

The confirmation is the review of all rows, so a second person gives it.
"""

from datetime import datetime

from mashangban.domains.guides import errors, events, permissions
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.repository.imports import STORE
from mashangban.domains.guides.rules import gapsheet, itemsheet
from mashangban.domains.guides.schemas import GuideFed, GuideFeed, GuideFeedItem, GuideForm
from mashangban.domains.guides.service import bringing, gapsheets, itemsheets
from mashangban.domains.guides.terms import GAPS, ITEMS, Brought
from mashangban.imports.service import Desk, Reader
from mashangban.kernel import replays
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.permissions import Role
from mashangban.registry import divisions

DESK = Desk(
    STORE,
    events.IMPORTS,
    permissions.RUN_IMPORTS,
    {
        ITEMS: Reader(itemsheet.LAYOUT, itemsheet.EXAMPLE, itemsheets.check, itemsheets.write),
        GAPS: Reader(gapsheet.LAYOUT, gapsheet.EXAMPLE, gapsheets.check, gapsheets.write),
    },
    two_persons=True,
)


def feed(request_id: str, given: GuideFeed, at: datetime) -> list[GuideFed]:
    """What the catalogue says has changed, one after the other; a request is answered once. Raises FeedReplayed.

    The id is let in last: one that was cut short is sent again and goes on, for what is here already changes nothing.
    """
    act = system_act("guides_catalogue", at)
    told = [_fed(one, _bring(act, one)) for one in given.items]
    replays.let_in(TABLE, request_id, at, errors.FeedReplayed())
    return told


def _bring(act: Act, one: GuideFeedItem) -> bringing.Bringing:
    if divisions.find(one.region) is None:
        return bringing.Bringing("", Brought.ELSEWHERE)
    return bringing.bring(act, Role.SYSTEM, _form(one), one.revision)


def _form(one: GuideFeedItem) -> GuideForm:
    return GuideForm(region=one.region, code=one.code, content=one.content)


def _fed(one: GuideFeedItem, done: bringing.Bringing) -> GuideFed:
    outcome = done.outcome
    return GuideFed(code=one.code, id=done.item_id, outcome=outcome.value, outcome_label=outcome.label)
