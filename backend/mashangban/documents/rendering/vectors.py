"""Line art in millimetres that a seal and a signature share: one drawing, written as SVG or as PDF operators.

The origin is the lower left corner and y points up, as in PDF. A drawing holds filled outlines and round-capped
lines of one colour; no fonts and no pictures, so that it can stand inside a signature field without resources.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, sin

Point = tuple[float, float]
POINTS_PER_MM = 72 / 25.4
# Distance of the control points of a quarter circle drawn as one cubic curve.
CIRCLE_CONTROL = 0.5522847498


@dataclass(frozen=True, slots=True)
class Command:
    """One step of an outline: M(ove), L(ine), C(urve, three points) or Z (close)."""

    kind: str
    points: tuple[Point, ...] = ()


Outline = tuple[Command, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """An open line of one width in mm with round ends."""

    points: tuple[Point, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Stencil:
    """A drawing ready for a PDF page: its size in mm and its content operators."""

    width: float
    height: float
    operators: bytes


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn, its size in mm and its colour as RGB of 0 to 255."""

    width: float
    height: float
    colour: tuple[int, int, int]
    outlines: tuple[Outline, ...] = ()
    lines: tuple[Line, ...] = ()

    def svg(self) -> bytes:
        """The drawing as a standalone SVG picture, sized in mm."""
        colour = "#{:02x}{:02x}{:02x}".format(*self.colour)
        body = [f'<path fill="{colour}" d="{_svg_outline(self, item)}"/>' for item in self.outlines]
        body += [
            f'<path fill="none" stroke="{colour}" stroke-width="{line.width:.3f}" stroke-linecap="round" '
            f'stroke-linejoin="round" d="{_svg_outline(self, _line_outline(line))}"/>'
            for line in self.lines
        ]
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}mm" height="{self.height}mm" '
            f'viewBox="0 0 {self.width} {self.height}">'
        )
        return (head + "".join(body) + "</svg>").encode()

    def stencil(self) -> Stencil:
        """The drawing as PDF content operators in points (ISO 32000, 8.5), without any resource."""
        red, green, blue = (value / 255 for value in self.colour)
        parts = [f"q {red:.3f} {green:.3f} {blue:.3f} rg {red:.3f} {green:.3f} {blue:.3f} RG 1 J 1 j"]
        parts += [_pdf_outline(item) + " f" for item in self.outlines]
        parts += [
            f"{line.width * POINTS_PER_MM:.3f} w {_pdf_outline(_line_outline(line))} S" for line in self.lines
        ]
        return Stencil(self.width, self.height, "\n".join([*parts, "Q"]).encode())

    def stored(self) -> bytes:
        """The drawing as kept in the object store; ``restored`` gives it back."""
        return json.dumps(
            {
                "width": self.width,
                "height": self.height,
                "colour": self.colour,
                "outlines": [
                    [
                        [step.kind, *(round(value, 4) for point in step.points for value in point)]
                        for step in outline
                    ]
                    for outline in self.outlines
                ],
            },
            separators=(",", ":"),
        ).encode()


def restored(stored: bytes) -> Drawing:
    """A drawing of outlines from its stored form."""
    values = json.loads(stored)
    red, green, blue = values["colour"]
    outlines = tuple(
        tuple(Command(kind, tuple(zip(flat[::2], flat[1::2], strict=True))) for kind, *flat in outline)
        for outline in values["outlines"]
    )
    return Drawing(values["width"], values["height"], (red, green, blue), outlines)


@dataclass(slots=True)
class OutlinePen:
    """Collects an outline; turned and moved by ``place`` when it is taken out."""

    commands: list[Command] = field(default_factory=list)

    def move(self, point: Point) -> None:
        self.commands.append(Command("M", (point,)))

    def line(self, point: Point) -> None:
        self.commands.append(Command("L", (point,)))

    def curve(self, first: Point, second: Point, end: Point) -> None:
        self.commands.append(Command("C", (first, second, end)))

    def close(self) -> None:
        self.commands.append(Command("Z"))


def place(outline: Sequence[Command], centre: Point, angle: float) -> Outline:
    """An outline drawn around the origin, turned by ``angle`` (radians) and moved to ``centre`` (mm)."""
    turn, lean = cos(angle), sin(angle)

    def moved(point: Point) -> Point:
        x, y = point
        return (turn * x - lean * y + centre[0], lean * x + turn * y + centre[1])

    return tuple(Command(step.kind, tuple(moved(point) for point in step.points)) for step in outline)


def ring(centre: Point, outer: float, inner: float) -> Outline:
    """A filled ring between two radii in mm; the inner circle runs backwards so that it stays empty."""
    return (*_circle(centre, outer, 1), *_circle(centre, inner, -1))


def _circle(centre: Point, radius: float, direction: int) -> Outline:
    pen = OutlinePen()
    x, y = centre
    control = CIRCLE_CONTROL * radius
    quarter = [((radius, 0.0), (radius, control), (control, radius), (0.0, radius))]
    for _ in range(3):
        quarter.append(tuple((-b, a) for a, b in quarter[-1]))  # type: ignore[arg-type]
    pen.move((x + radius, y))
    for _, first, second, end in quarter:
        points = [(x + a, y + direction * b) for a, b in (first, second, end)]
        pen.curve(points[0], points[1], points[2])
    pen.close()
    return tuple(pen.commands)


def _line_outline(line: Line) -> Outline:
    return tuple(Command("M" if index == 0 else "L", (point,)) for index, point in enumerate(line.points))


def _svg_outline(drawing: Drawing, outline: Outline) -> str:
    return "".join(
        step.kind + " ".join(f"{x:.3f} {drawing.height - y:.3f}" for x, y in step.points) for step in outline
    )


def _pdf_outline(outline: Outline) -> str:
    operator = {"M": "m", "L": "l", "C": "c", "Z": "h"}
    return " ".join(
        " ".join(f"{x * POINTS_PER_MM:.2f} {y * POINTS_PER_MM:.2f}" for x, y in step.points)
        + (" " if step.points else "")
        + operator[step.kind]
        for step in outline
    )
