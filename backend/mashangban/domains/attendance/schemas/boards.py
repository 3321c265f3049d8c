"""Boards as they are shown."""

from pydantic import Field

from mashangban.kernel.http.schemas import Schema


class BoardQuery(Schema):
    region: str = Field(pattern=r"^[0-9]{2}([0-9]{2}([0-9]{2})?)?$")
    month: str = Field("", pattern=r"^(20[0-9]{2}-(0[1-9]|1[0-2]))?$")


class BoardCell(Schema):
    key: str
    label: str
    count: int


class BoardView(Schema):
    """A region's month: worker-days by state, half days that count, gate passes, corrections, disputes."""

    region: str
    region_name: str
    month: str
    states: list[BoardCell]
    halves: int
    passes: int
    corrected: int
    contested: int
    parts: list[BoardCell]
