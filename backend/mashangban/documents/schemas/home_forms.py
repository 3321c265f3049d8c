"""What the printed forms of homes need: door codes, household inspection (`forms.py` says how these are used)."""

from __future__ import annotations

from typing import Annotated

from annotated_types import Ge, Le, MaxLen, MinLen
from typing_extensions import TypedDict

from mashangban.documents.schemas.forms import IsoDate, Text


class Door(TypedDict):
    """One door: 楼-单元-室 and the address of its code."""

    label: Text
    url: Annotated[str, MinLen(10), MaxLen(120)]


class DoorSheet(TypedDict):
    """``door-sheet``: the codes of a building's doors, twelve on an A4 page, to be cut out."""

    estate_name: Text
    part: Text
    builder_name: Text
    doors: Annotated[list[Door], MinLen(1), MaxLen(400)]
    made_on: IsoDate


class ObservedLine(TypedDict):
    """One observed point 观感."""

    room: Text
    item: Text
    verdict: Text
    note: Annotated[str, MaxLen(200)]


class MeasuredLine(TypedDict):
    """One measured point 实测, in millimetres."""

    room: Text
    item: Text
    design: Annotated[int, Ge(1), Le(30_000)]
    values: Annotated[list[int], MinLen(1), MaxLen(10)]
    deviation: int
    spread: Annotated[int, Ge(0), Le(30_000)]
    allowed: Text
    verdict: Text


class PartySignature(TypedDict):
    """One party's word, given on a phone or at a desk."""

    capacity: Text
    unit: Text
    name: Text
    at: Text


class HomeInspection(TypedDict):
    """``home-inspection``: 住宅工程质量分户验收, or a buyer's own inspection against the same list."""

    title: Text
    estate_name: Text
    home: Text
    house_type: Text
    list_name: Text
    round: Annotated[int, Ge(1), Le(99)]
    result: Text
    observed: Annotated[list[ObservedLine], MaxLen(400)]
    measured: Annotated[list[MeasuredLine], MaxLen(200)]
    signatures: Annotated[list[PartySignature], MinLen(1), MaxLen(6)]
    sources: Annotated[list[Text], MaxLen(12)]
    digest: Annotated[str, MinLen(64), MaxLen(64)]
    made_on: IsoDate
