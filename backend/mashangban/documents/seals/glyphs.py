"""Outlines of single characters, scaled to a slot in mm."""

from __future__ import annotations

from functools import lru_cache

from fontTools.misc.transform import Transform
from fontTools.pens.basePen import BasePen
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from mashangban.documents.rendering import fonts, vectors

# A seal is cut in Song; the bold face reads best when small, the regular ones know rare characters.
SEAL_ORDER = (fonts.SONG_HEADING, fonts.SONG, fonts.HEI)
# Part of the em square that ideographs fill: left, bottom, right, top.
IDEOGRAPH_BOX = (0.04, -0.08, 0.96, 0.84)
BRACKETS = frozenset("()（）〔〕·")


class _OutlineRecorder(BasePen):  # type: ignore[misc]  # fontTools has no types
    """Takes quadratic and cubic contours and keeps cubic ones."""

    def __init__(self) -> None:
        super().__init__(None)
        self.pen = vectors.OutlinePen()

    def _moveTo(self, pt: vectors.Point) -> None:  # noqa: N802 - fontTools names its hooks so
        self.pen.move(pt)

    def _lineTo(self, pt: vectors.Point) -> None:  # noqa: N802 - fontTools names its hooks so
        self.pen.line(pt)

    def _curveToOne(self, pt1: vectors.Point, pt2: vectors.Point, pt3: vectors.Point) -> None:  # noqa: N802 - fontTools names its hooks so
        self.pen.curve(pt1, pt2, pt3)

    def _closePath(self) -> None:  # noqa: N802 - fontTools names its hooks so
        self.pen.close()


def weight(char: str) -> float:
    """Share of a full slot that a character takes: brackets and Latin letters are narrow."""
    if char in BRACKETS:
        return 0.5
    return 0.62 if ord(char) < 0x2E80 else 1.0


@lru_cache(maxsize=2048)
def outline(
    char: str, width: float, height: float, order: tuple[str, ...] = SEAL_ORDER
) -> tuple[vectors.Command, ...]:
    """One character centred on the origin and scaled to a slot of ``width`` x ``height`` mm."""
    with fonts.one_reader:
        font, name = _face_with(char, order)
        return _placed(font, name, _box(font, name, char), (width, height))


def _placed(
    font: TTFont, name: str, box: tuple[float, float, float, float], slot: tuple[float, float]
) -> tuple[vectors.Command, ...]:
    (left, bottom, right, top), (width, height) = box, slot
    scale_x, scale_y = width / (right - left), height / (top - bottom)
    centred = Transform(scale_x, 0, 0, scale_y, -(left + right) / 2 * scale_x, -(bottom + top) / 2 * scale_y)
    recorder = _OutlineRecorder()
    recorder.glyphSet = font.getGlyphSet()
    recorder.glyphSet[name].draw(TransformPen(recorder, centred))
    return tuple(recorder.pen.commands)


def _face_with(char: str, order: tuple[str, ...]) -> tuple[TTFont, str]:
    for face_name in order:
        font = fonts.face(face_name)
        name = font.getBestCmap().get(ord(char))
        if name is not None:
            return font, name
    raise LookupError(f"no face has {char!r}; check with fonts.unprintable first")


def _box(font: TTFont, name: str, char: str) -> tuple[float, float, float, float]:
    em = font["head"].unitsPerEm
    left, bottom, right, top = (value * em for value in IDEOGRAPH_BOX)
    if weight(char) == 1.0:
        return left, bottom, right, top
    if char not in BRACKETS:
        return 0.0, bottom, float(font["hmtx"][name][0]), top
    pen = BoundsPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(pen)
    if pen.bounds is None:
        return left, bottom, right, top
    return pen.bounds[0], min(bottom, pen.bounds[1]), pen.bounds[2], max(top, pen.bounds[3])
