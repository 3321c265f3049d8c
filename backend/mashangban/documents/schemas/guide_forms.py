"""What the poster of a life-event package needs (`forms.py` says how these are used)."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from annotated_types import MaxLen, MinLen
from typing_extensions import TypedDict

from mashangban.documents.schemas.forms import IsoDate, Text


class PosterHall(TypedDict):
    """Where one is helped in person."""

    name: Text
    address: NotRequired[Text]
    hours: NotRequired[Text]


class PackagePoster(TypedDict):
    """``package-poster``: the one code of a package, read from two metres; ``join_url`` is what the code carries."""

    paper: Literal["a4", "a3"]
    name: Text
    lead: Annotated[str, MinLen(1), MaxLen(200)]
    region_name: Text
    join_url: Annotated[str, MinLen(10), MaxLen(200)]
    cards: Annotated[list[Text], MinLen(1), MaxLen(16)]
    halls: Annotated[list[PosterHall], MaxLen(3)]
    phone: NotRequired[Text]
    updated_on: IsoDate
