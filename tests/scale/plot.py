"""Plots as SVG, drawn by hand: what grows and what does not, over the number of workers."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 760, 420, 64, 250, 40, 48
FONT = 'font-family="sans-serif" font-size="12"'
COLOURS = (
    "#1a5bb0",
    "#b3261e",
    "#1d7a46",
    "#8a5a00",
    "#6b3fa0",
    "#00727a",
    "#a3386c",
    "#555555",
    "#c2570c",
    "#2f4b9c",
    "#7a7a00",
)


@dataclass(frozen=True, slots=True)
class Plot:
    """Lines over sizes (logarithmic to the right); `bound` is drawn across, where something must stay below it."""

    title: str
    unit: str
    sizes: Sequence[int]
    lines: Mapping[str, Sequence[float]]
    bound: float | None = None


def svg(plot: Plot) -> str:
    """The picture as text."""
    highest = max([*(max(values) for values in plot.lines.values()), plot.bound or 0.0])
    top = _round_up(highest)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" {FONT}>',
        f"<title>{escape(plot.title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="22" font-size="15" font-weight="bold">{escape(plot.title)}</text>',
        *(_rung(top * step / 4, top) for step in range(5)),
        *(_foot(plot, size) for size in plot.sizes),
        f'<text x="14" y="{TOP - 6}">{escape(plot.unit)}</text>',
    ]
    if plot.bound is not None:
        y = _y(plot.bound, top)
        parts.append(f'<path d="M{LEFT} {y}H{WIDTH - RIGHT}" stroke="#555" stroke-dasharray="6 4"/>')
    for number, (label, values) in enumerate(plot.lines.items()):
        parts += _line(plot, number, label, values, top)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _line(plot: Plot, number: int, label: str, values: Sequence[float], top: float) -> list[str]:
    colour, places = COLOURS[number % len(COLOURS)], []
    for size, value in zip(plot.sizes, values, strict=True):
        places.append((_x(plot, size), _y(value, top)))
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    key = TOP + 8 + 20 * number
    return [
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2"/>',
        *(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in places),
        f'<rect x="{WIDTH - RIGHT + 16}" y="{key - 9}" width="12" height="12" fill="{colour}"/>',
        f'<text x="{WIDTH - RIGHT + 34}" y="{key + 1}">{escape(label)}</text>',
    ]


def _rung(value: float, top: float) -> str:
    y = _y(value, top)
    return (
        f'<path d="M{LEFT} {y}H{WIDTH - RIGHT}" stroke="#ddd"/>'
        f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{value:g}</text>'
    )


def _foot(plot: Plot, size: int) -> str:
    return f'<text x="{_x(plot, size):.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{size:,} workers</text>'


def _x(plot: Plot, size: int) -> float:
    low, high = math.log10(plot.sizes[0]), math.log10(plot.sizes[-1])
    share = (math.log10(size) - low) / (high - low) if high > low else 0.5
    return LEFT + 40 + share * (WIDTH - RIGHT - LEFT - 80)


def _y(value: float, top: float) -> float:
    return round(HEIGHT - BOTTOM - value / top * (HEIGHT - BOTTOM - TOP), 1)


def _round_up(highest: float) -> float:
    """The next 1, 2, 4 or 8 times a power of ten: its quarters read well."""
    power = 10.0 ** math.floor(math.log10(max(highest, 1.0)))
    return next(step * power for step in (1, 2, 4, 8, 20) if step * power >= highest)
