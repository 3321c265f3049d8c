"""Wire shapes of items, batches and agreements."""

from typing import Annotated

from pydantic import Field

from mashangban.domains.crossregion.schemas.alliances import Name, Region
from mashangban.domains.crossregion.terms import MOST_AGREED, MOST_ROWS, MOST_ZONES, Mode
from mashangban.kernel.http import ListQuery, Schema
from mashangban.kernel.http.schemas import ONE_LINE

Code = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{1,40}$")]


class StandardForm(Schema):
    """How every zone taking part handles an item. `days` are working days until the decision (行政许可法 82)."""

    name: Name
    modes: list[Mode] = Field(min_length=1, max_length=3)
    zones: list[Region] = Field(min_length=2, max_length=MOST_ZONES)
    papers: list[Name] = Field(max_length=20)
    days: int = Field(ge=1, le=60)
    result: Annotated[str, Field(min_length=2, max_length=40), ONE_LINE]


class ItemLine(StandardForm):
    """A row of a batch: no zones named means all members."""

    code: Code
    zones: list[Region] = Field([], max_length=MOST_ZONES)


class BatchForm(Schema):
    """A list of items, entered as a whole or not at all."""

    items: list[ItemLine] = Field(min_length=1, max_length=MOST_ROWS)


class BatchView(Schema):
    """A batch that was taken in; its items stand in the list within seconds. `id` is its alliance's."""

    id: str
    number: int
    count: int
    digest: str


class AgreeForm(Schema):
    """A zone's word on items, each with the edition it read: another one means that it changed meanwhile."""

    region: Region
    editions: dict[Code, Annotated[int, Field(ge=1)]] = Field(min_length=1, max_length=MOST_AGREED)


class Agreed(Schema):
    """What an agreement did: how many items this zone agreed to, how many are in force by it. `id`: the alliance's."""

    id: str
    agreed: int
    in_force: int


class StandardView(Schema):
    name: str
    modes: list[Mode]
    mode_labels: list[str]
    zones: list[str]
    zone_names: list[str]
    papers: list[str]
    days: int
    result: str


class ItemView(Schema):
    """An item with its standard in force, as everybody sees it."""

    alliance_id: str
    code: str
    batch: int
    edition: int
    standard: StandardView


class ItemDeskView(Schema):
    """An item for the offices: what is in force (else proposed: `shown`), what is proposed, whose word is missing."""

    code: str
    batch: int
    state: str
    state_label: str
    edition: int
    shown: StandardView
    standard: StandardView | None
    proposed: StandardView | None
    missing: list[str]
    missing_names: list[str]


class ItemsQuery(ListQuery):
    """Items in force; with `region` only those that this zone handles."""

    region: Region | None = None


class ItemsDeskQuery(ListQuery):
    """All items of an alliance, or those that wait for agreement."""

    proposed: bool = False


class EditionForm(StandardForm):
    """The next version of an item's standard."""
