"""What a reader sees inside a signature box: the handwriting or the seal, the date, who operated.

Only lines and filled outlines, so that the field needs no font and looks the same in every viewer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from mashangban.documents.rendering import fonts, vectors
from mashangban.documents.rendering.boxes import SignatureBox
from mashangban.documents.rendering.vectors import POINTS_PER_MM
from mashangban.documents.seals import glyphs
from mashangban.documents.signing import handwriting
from mashangban.documents.signing.handwriting import Handwriting
from mashangban.kernel import clock

BLACK = (0x1A, 0x1A, 0x1A)
LINE_HEIGHT = 4.0  # mm


@dataclass(frozen=True, slots=True)
class Placed:
    """A stencil and where its lower left corner stands in the box, in mm."""

    stencil: vectors.Stencil
    x: float
    y: float


def operators(parts: Iterable[Placed]) -> bytes:
    """PDF content of one signature box."""
    return b"\n".join(
        b"q 1 0 0 1 %.2f %.2f cm " % (part.x * POINTS_PER_MM, part.y * POINTS_PER_MM)
        + part.stencil.operators
        + b" Q"
        for part in parts
    )


def lettering(text: str, height: float) -> vectors.Stencil:
    """One line of Song letters ``height`` mm tall, drawn as outlines."""
    outlines, x = [], 0.0
    for char in text:
        width = height * glyphs.weight(char) if char != " " else height * 0.3
        if char != " ":
            middle = (x + width / 2, height / 2)
            outline = glyphs.outline(char, width * 0.96, height, fonts.BODY_ORDER)
            outlines.append(vectors.place(outline, middle, 0))
        x += width
    return vectors.Drawing(x, height, BLACK, tuple(outlines)).stencil()


def of_worker(written: Handwriting, signed_at: datetime, box: SignatureBox) -> bytes:
    """The worker's box: handwriting above, date below."""
    width, height = box.width_mm, box.height_mm
    drawn = handwriting.draw(written, width - 8, height - 12).stencil()
    date = lettering(_day(signed_at), LINE_HEIGHT)
    return operators(
        (
            Placed(drawn, 4.0, 10.0),
            Placed(date, (width - date.width) / 2, 3.0),
        )
    )


def of_employer(seal: vectors.Stencil, operator: str, sealed_at: datetime, box: SignatureBox) -> bytes:
    """The employer's box: seal on the left; operator and date to its right."""
    date, by = lettering(_day(sealed_at), LINE_HEIGHT), lettering(f"经办人 {operator}", LINE_HEIGHT * 0.85)
    right = box.width_mm - 2.0
    return operators(
        (
            Placed(seal, 1.5, (box.height_mm - seal.height) / 2),
            Placed(date, right - date.width, 3.5),
            Placed(by, right - by.width, 10.5),
        )
    )


def _day(instant: datetime) -> str:
    day = clock.local_date(instant)
    return f"{day.year}年{day.month}月{day.day}日"
