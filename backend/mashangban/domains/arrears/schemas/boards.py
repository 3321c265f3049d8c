"""The board on the wire."""

from pydantic import Field

from mashangban.kernel.http.schemas import Schema


class BoardCell(Schema):
    key: str
    label: str
    count: int


class BoardQuery(Schema):
    """Province (2 digits), city (4) or county (6)."""

    region: str = Field(max_length=6)


class BoardView(Schema):
    """A region's arrears: months by state, late ones by level, complaints, money."""

    region: str
    region_name: str
    states: list[BoardCell]
    levels: list[BoardCell]
    open_complaints: int
    closed_complaints: int
    late: int
    late_fen: int
    parts: list[BoardCell]
