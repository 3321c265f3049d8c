"""Wire shapes of a matter's rating."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from mashangban.kernel.http import Schema
from mashangban.kernel.http.schemas import LINES


class MatterRating(Schema):
    """One to five stars, and words if one likes."""

    stars: int = Field(ge=1, le=5)
    text: Annotated[str, Field(max_length=500), LINES] = ""


class MatterRatingView(Schema):
    """What was given; `open` while a bad word waits for an answer that a second of the office let go.

    Until then only the office reads the answer, and why one before was sent back (`returned`).
    """

    stars: int
    stars_label: str
    text: str
    at: datetime
    open: bool
    answer: str
    answered_at: datetime | None
    returned: str
