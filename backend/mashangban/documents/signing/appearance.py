"""What a reader sees inside a signature box: the handwriting or the seal, the date, who operated.

Only lines and filled outlines, so that the field needs no font and looks the same in every viewer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from mashangban.documents.rendering import fonts, vectors
from mashangban.documents.rendering.vectors import POINTS_PER_MM
from mashangban.documents.seals import glyphs
from mashangban.kernel import clock

BLACK = (0x1A, 0x1A, 0x1A)
LINE_HEIGHT = 4.0  # mm


@dataclass(frozen=True, slots=True)
class Placed:
    """A drawing and where its lower left corner stands in the box, in mm."""

    drawing: vectors.Drawing
    x: float
    y: float


def operators(parts: Iterable[Placed]) -> bytes:
    """PDF content of one signature box."""
    return b"\n".join(
        b"q 1 0 0 1 %.2f %.2f cm " % (part.x * POINTS_PER_MM, part.y * POINTS_PER_MM)
        + part.drawing.pdf_operators() + b" Q"
        for part in parts
    )


def lettering(text: str, height: float) -> vectors.Drawing:
    """One line of Song letters ``height`` mm tall, drawn as outlines."""
    outlines, x = [], 0.0
    for char in text:
        width = height * glyphs.weight(char) if char != " " else height * 0.3
        if char != " ":
            middle = (x + width / 2, height / 2)
            outline = glyphs.outline(char, width * 0.96, height, fonts.BODY_ORDER)
            outlines.append(vectors.place(outline, middle, 0))
        x += width
    return vectors.Drawing(x, height, BLACK, tuple(outlines))


def of_worker(handwriting: vectors.Drawing, signed_at: datetime, width: float, height: float) -> bytes:
    """Handwriting above, date below; sizes in mm."""
    date = lettering(_day(signed_at), LINE_HEIGHT)
    return operators((
        Placed(handwriting, (width - handwriting.width) / 2, 9.0),
        Placed(date, (width - date.width) / 2, 2.5),
    ))


def of_employer(seal: vectors.Drawing, operator: str, sealed_at: datetime, width: float, height: float) -> bytes:
    """Seal on the left, operator and date to its right with the date running into the seal's rim."""
    seal_y = (height - seal.height) / 2
    lines = (lettering(_day(sealed_at), LINE_HEIGHT), lettering(f"经办人 {operator}", LINE_HEIGHT * 0.85))
    right = width - 2.0
    return operators((
        Placed(seal, 1.5, seal_y),
        Placed(lines[0], right - lines[0].width, 4.0),
        Placed(lines[1], right - lines[1].width, 11.0),
    ))


def _day(instant: datetime) -> str:
    day = clock.local_date(instant)
    return f"{day.year}年{day.month}月{day.day}日"
