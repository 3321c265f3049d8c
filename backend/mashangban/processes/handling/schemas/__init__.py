"""Wire shapes where a guide's item and a matter meet."""

from typing import Annotated, Literal

from pydantic import Field

from mashangban.kernel.http import Schema


class MatterCardsQuery(Schema):
    """What is looked for in a county, by the beginning of a name."""

    county: str = Field(pattern=r"^\d{6}$")
    kind: Literal["matter"] = "matter"
    words: Annotated[str, Field(max_length=20)] = ""


class MatterBeginning(Schema):
    """Begin an item online; `talk_id` where an official sent it in a conversation."""

    item_id: Annotated[str, Field(pattern=r"^[A-Za-z0-9]{1,40}$")]
    talk_id: Annotated[str, Field(pattern=r"^[A-Za-z0-9]{0,40}$")] = ""
