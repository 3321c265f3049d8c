"""The picture of a round seal: ring, star, name along the arc, purpose below the star, serial at the foot.

Sizes follow 国务院关于国家行政机关和企业事业单位社会团体印章管理的规定 (1999): name left to right on the arc in
simplified 宋体, five-pointed star in the middle. Diameters of enterprise seals (40 or 42 mm, ring 1.2 mm, star
14 mm) are common practice of the police registers.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, radians, sin

from mashangban.documents.rendering import fonts, vectors
from mashangban.documents.seals import glyphs

RED = (0xD7, 0x00, 0x0F)
SPECIMEN = "样章仅供演示"
SHORTEST_NAME, LONGEST_NAME = 4, 30


@dataclass(frozen=True, slots=True)
class SealFace:
    """What is cut into the seal. ``specimen`` replaces the police serial by a notice that it is no real seal."""

    name: str
    purpose: str = ""
    serial: str = ""
    diameter: float = 40.0
    specimen: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """One character's place: size in mm, centre from the middle of the seal, turn in radians."""

    char: str
    width: float
    height: float
    centre: vectors.Point
    angle: float


def problems_of(face: SealFace) -> tuple[str, ...]:
    """Why a seal can't be cut, in words for the registrar; empty when it can."""
    found = []
    if not SHORTEST_NAME <= len(face.name) <= LONGEST_NAME:
        found.append(f"印章名称应为 {SHORTEST_NAME} 至 {LONGEST_NAME} 个字")
    if not set(face.serial) <= set("0123456789"):
        found.append("印章编码只能是数字")
    missing = fonts.unprintable((face.name, face.purpose), glyphs.SEAL_ORDER)
    if missing:
        found.append(f"字库里没有这些字：{''.join(missing)}")
    return tuple(found)


def slots_of(face: SealFace) -> tuple[Slot, ...]:
    """Where each character stands."""
    scale = face.diameter / 40
    height = _name_height(len(face.name)) * scale
    radius = face.diameter / 2 - (1.2 + 1.0) * scale - height / 2
    name = _arc(face.name, radius, height, _name_span(len(face.name)), widest=0.95, foot=False)
    return (*name, *_purpose(face, scale), *_foot(face, scale))


def draw(face: SealFace) -> vectors.Drawing:
    """The whole seal as line art with its size in mm."""
    middle = face.diameter / 2
    centre = (middle, middle)
    scale = face.diameter / 40
    outlines = [
        vectors.ring(centre, middle, middle - 1.2 * scale),
        vectors.place(_star(7 * scale), centre, 0),
    ]
    for slot in slots_of(face):
        at = (middle + slot.centre[0], middle + slot.centre[1])
        outlines.append(vectors.place(glyphs.outline(slot.char, slot.width, slot.height), at, slot.angle))
    return vectors.Drawing(face.diameter, face.diameter, RED, tuple(outlines))


def _name_height(count: int) -> float:
    """Character height in mm on a 40 mm seal; long names are lower and narrower."""
    return 5.4 if count <= 14 else 4.9 if count <= 20 else 4.2


def _name_span(count: int) -> float:
    """Degrees of the arc that the name covers."""
    return min(248.0, 23.0 * count)


def _arc(text: str, radius: float, height: float, span: float, widest: float, foot: bool) -> tuple[Slot, ...]:
    """Characters along an arc around the middle, each upright to its own radius; ``widest`` limits width / height."""
    total = sum(glyphs.weight(char) for char in text)
    step = radians(span) / total
    width = min(height * widest, step * (radius - height / 2 if not foot else radius) * 0.97)
    slots, passed = [], 0.0
    for char in text:
        share = glyphs.weight(char)
        offset = (passed + share / 2 - total / 2) * step
        passed += share
        around = -pi / 2 + offset if foot else pi / 2 - offset
        turn = around + pi / 2 if foot else around - pi / 2
        centre = (radius * cos(around), radius * sin(around))
        slots.append(Slot(char, width * share, height, centre, turn))
    return tuple(slots)


def _purpose(face: SealFace, scale: float) -> tuple[Slot, ...]:
    if not face.purpose:
        return ()
    height, room = 3.9 * scale, 19.0 * scale
    width = min(3.5 * scale, room / len(face.purpose) * 0.94)
    left = -(len(face.purpose) - 1) / 2
    y = -9.6 * scale
    return tuple(
        Slot(char, width, height, ((left + index) * width * 1.06, y), 0.0)
        for index, char in enumerate(face.purpose)
    )


def _foot(face: SealFace, scale: float) -> tuple[Slot, ...]:
    text = SPECIMEN if face.specimen else face.serial
    if not text:
        return ()
    height = (2.4 if face.specimen else 1.9) * scale
    radius = face.diameter / 2 - (1.2 + 0.7) * scale - height / 2
    span = sum(glyphs.weight(char) for char in text) * (8.6 if face.specimen else 7.4)
    return _arc(text, radius, height, min(span, 78.0), widest=0.95, foot=True)


def _star(radius: float) -> vectors.Outline:
    inner = radius * sin(radians(18)) / sin(radians(54))
    pen = vectors.OutlinePen()
    for corner in range(10):
        reach = inner if corner % 2 else radius
        angle = pi / 2 + corner * pi / 5
        point = (reach * cos(angle), reach * sin(angle))
        if corner:
            pen.line(point)
        else:
            pen.move(point)
    pen.close()
    return tuple(pen.commands)
