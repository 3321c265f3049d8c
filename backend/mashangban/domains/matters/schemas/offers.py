"""Wire shapes of what an office set for its items."""

from typing import Annotated

from pydantic import Field

from mashangban.domains.matters.terms import MOST_FIELDS, AskKind, Delivery
from mashangban.kernel.http import Schema
from mashangban.kernel.http.schemas import ONE_LINE

_Label = Annotated[str, Field(min_length=1, max_length=40), ONE_LINE]


class MatterAsk(Schema):
    """A line of the item's own form."""

    key: str = Field(pattern=r"^[a-z][a-z0-9_]{0,29}$")
    label: _Label
    kind: AskKind
    required: bool = True
    hint: Annotated[str, Field(max_length=100), ONE_LINE] = ""
    choices: list[_Label] = Field([], max_length=12)


class MatterOfferForm(Schema):
    """Whether an item is handled online, what is asked, how its result may come."""

    open: bool
    asks: list[MatterAsk] = Field([], max_length=MOST_FIELDS)
    deliveries: list[Delivery] = Field([Delivery.PHONE], max_length=len(Delivery))


class MatterOfferView(Schema):
    """What is set for an item; `open` also says that the item is in force."""

    item_id: str
    open: bool
    asks: list[MatterAsk]
    deliveries: list[Delivery]
