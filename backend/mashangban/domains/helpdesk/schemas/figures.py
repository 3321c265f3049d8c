"""Figures of a department or a region in a week, a month or a year."""

from pydantic import Field

from mashangban.kernel.http import Schema


class FiguresQuery(Schema):
    """`where`: a department's id or a region's digits; `period`: 2026-W48, 2026-11 or 2026."""

    where: str = Field(max_length=40)
    period: str = Field(pattern=r"^\d{4}(-(W?\d{2}))?$")


class FiguresRow(Schema):
    """A count or a rate with the cases behind it."""

    key: str
    label: str
    value: int
    of: int | None = None
    percent: int | None = None


class FiguresTime(Schema):
    """A mean of seconds with the cases behind it; none without a case."""

    key: str
    label: str
    seconds: int | None
    of: int


class TalkFigures(Schema):
    """Conversations that ended, counted in the period in which they began."""

    rates: list[FiguresRow]
    times: list[FiguresTime]
    counts: list[FiguresRow]
    topics: list[FiguresRow]
    stars: list[FiguresRow]


class FiguresView(Schema):
    where: str
    name: str
    period: str
    rates: list[FiguresRow]
    counts: list[FiguresRow]
    classes: list[FiguresRow]
    topics: list[FiguresRow]
    channels: list[FiguresRow]
    stars: list[FiguresRow]
    talks: TalkFigures
