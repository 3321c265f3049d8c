"""Wire shapes of what comes from a catalogue: files, and items that changed."""

from typing import Literal

from pydantic import Field

from mashangban.domains.guides.schemas.items import GuideForm, Region
from mashangban.domains.guides.terms import ITEMS
from mashangban.imports.schemas import Filename
from mashangban.kernel.http import ListQuery, Schema

# Whole items, or the table of what items lack.
GuideSheet = Literal["items", "gaps"]


class GuideImportQuery(Schema):
    """Whose a file is; a row may name a region below."""

    region: Region
    kind: GuideSheet = ITEMS
    filename: Filename = ""


class GuideSheetQuery(Schema):
    """Which file's template."""

    kind: GuideSheet = ITEMS


class GuideImportsQuery(ListQuery):
    region: Region


class GuideFeedItem(GuideForm):
    """An item as it is now; `revision` is the catalogue's own counting and only ever grows."""

    revision: int = Field(ge=1, le=2_000_000_000)


class GuideFeed(Schema):
    items: list[GuideFeedItem] = Field(min_length=1, max_length=20)


class GuideFed(Schema):
    """What became of an item that was fed."""

    code: str
    id: str
    outcome: str
    outcome_label: str
