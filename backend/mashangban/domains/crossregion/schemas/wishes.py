"""Wire shapes of what people would have handled elsewhere."""

from datetime import date
from typing import Annotated

from pydantic import Field

from mashangban.domains.crossregion.schemas.alliances import Region
from mashangban.kernel.http import Schema
from mashangban.kernel.http.schemas import ONE_LINE


class WishForm(Schema):
    """A matter of a place, as somebody calls it."""

    region: Region
    what: Annotated[str, Field(min_length=2, max_length=30), ONE_LINE]


class WishDone(Schema):
    """What was counted."""

    what: str


class WishesQuery(Schema):
    """A place in the month in which a day lies; today's without one."""

    region: Region
    day: date | None = None


class WishRow(Schema):
    """A matter and how many people asked for it."""

    what: str
    asked: int
