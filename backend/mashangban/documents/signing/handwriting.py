"""A signature drawn by finger: checked, packed to under a kilobyte, and drawn again on the page.

Strokes are lists of points ``[x, y, t, pressure]``: pixels of the canvas from its upper left corner, milliseconds
since the first touch, pressure 0 to 1. Packed form: ``HW1``, then deflated variable-length differences.
"""

from __future__ import annotations

import hashlib
import itertools
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import hypot, isfinite

from mashangban.documents.errors import UnusableHandwriting
from mashangban.documents.rendering import vectors

MAGIC = b"HW1"
MAX_STROKES, MAX_POINTS, MAX_MILLISECONDS = 60, 4000, 180_000
MAX_CANVAS, MAX_PACKED, MAX_UNPACKED = 5000, 16_384, 65_536
# A tap or a tiny scratch is no name: the path must be as long as half the shorter side of the canvas.
SHORTEST_PATH = 0.5
INK = (0x10, 0x14, 0x2A)
# Pixels and pressure are kept in tenths and in 255 steps.
GRID, PRESSURES = 10, 255

Point = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Handwriting:
    """Checked strokes on a canvas of ``width`` x ``height`` tenths of a pixel."""

    width: int
    height: int
    strokes: tuple[tuple[Point, ...], ...]

    def digest(self) -> str:
        """SHA-256 of the packed form; the evidence of signing binds it."""
        return hashlib.sha256(pack(self)).hexdigest()


def accept(strokes: Sequence[Sequence[Sequence[float]]], width: float, height: float) -> Handwriting:
    """Checks what the phone sent; raises UnusableHandwriting with the reason when it is no signature."""
    if not (0 < width <= MAX_CANVAS and 0 < height <= MAX_CANVAS):
        raise UnusableHandwriting("canvas", "签名画布大小不对，请返回重新打开签名页")
    if not strokes or not any(strokes):
        raise UnusableHandwriting("empty", "还没有签名，请用手指写下您的姓名")
    if len(strokes) > MAX_STROKES or sum(len(stroke) for stroke in strokes) > MAX_POINTS:
        raise UnusableHandwriting("too-long", "笔画太多了，请清除后重新签名")
    kept = tuple(tuple(_point(point, width, height) for point in stroke) for stroke in strokes if stroke)
    written = Handwriting(round(width * GRID), round(height * GRID), kept)
    _check_time(written)
    if _path_length(written) < SHORTEST_PATH * min(written.width, written.height):
        raise UnusableHandwriting("dot", "签名太短，看不出姓名，请写全名")
    return written


def pack(written: Handwriting) -> bytes:
    """The compact form that is stored (encrypted) and hashed; same strokes, same bytes."""
    numbers = [written.width, written.height, len(written.strokes)]
    before: Point = (0, 0, 0, 0)
    for stroke in written.strokes:
        numbers.append(len(stroke))
        for point in stroke:
            numbers += [_zigzag(now - was) for now, was in zip(point, before, strict=True)]
            before = point
    raw = b"".join(_varint(number) for number in numbers)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return MAGIC + packer.compress(raw) + packer.flush()


def unpack(packed: bytes) -> Handwriting:
    """The strokes of a packed signature; ValueError when it is damaged or too large."""
    if not packed.startswith(MAGIC) or len(packed) > MAX_PACKED:
        raise ValueError("not a packed signature")
    numbers = _numbers(_inflate(packed[len(MAGIC) :]))
    try:
        width, height, count = next(numbers), next(numbers), next(numbers)
        strokes, before = [], (0, 0, 0, 0)
        for _ in range(count):
            stroke = []
            for _ in range(next(numbers)):
                steps = [_unzigzag(next(numbers)) for _ in range(4)]
                before = tuple(was + step for was, step in zip(before, steps, strict=True))  # type: ignore[assignment]
                stroke.append(before)
            strokes.append(tuple(stroke))
    except StopIteration as ended:
        raise ValueError("packed signature is cut short") from ended
    if next(numbers, None) is not None:
        raise ValueError("packed signature has a tail")
    return Handwriting(width, height, tuple(strokes))


def draw(written: Handwriting, width: float, height: float) -> vectors.Drawing:
    """The signature as line art in a space of ``width`` x ``height`` mm, thicker where slow or pressed."""
    points = [point for stroke in written.strokes for point in stroke]
    left, right = min(p[0] for p in points), max(p[0] for p in points)
    top, bottom = min(p[1] for p in points), max(p[1] for p in points)
    scale = min(width * 0.94 / max(right - left, 1), height * 0.9 / max(bottom - top, 1))
    shift_x = (width - (right - left) * scale) / 2
    shift_y = (height - (bottom - top) * scale) / 2

    def at(point: Point) -> vectors.Point:
        return (shift_x + (point[0] - left) * scale, shift_y + (bottom - point[1]) * scale)

    lines = tuple(line for stroke in written.strokes for line in _lines(stroke, at, width))
    return vectors.Drawing(width, height, INK, lines=lines)


def _lines(
    stroke: tuple[Point, ...], place: Callable[[Point], vectors.Point], width: float
) -> Iterator[vectors.Line]:
    if len(stroke) == 1:
        dot = place(stroke[0])
        yield vectors.Line((dot, dot), 0.6)
        return
    thickness = 0.6
    for start, end in itertools.pairwise(stroke):
        first, second = place(start), place(end)
        speed = hypot(second[0] - first[0], second[1] - first[1]) / max(end[2] - start[2], 1) / width
        slowness = 1 / (1 + speed * 1500)
        wanted = 0.35 + 0.45 * slowness + 0.25 * (start[3] + end[3]) / 2 / PRESSURES
        thickness += (wanted - thickness) * 0.35
        yield vectors.Line((first, second), round(thickness, 3))


def _point(point: Sequence[float], width: float, height: float) -> Point:
    if len(point) != 4 or not all(isfinite(value) for value in point):
        raise UnusableHandwriting("broken", "签名数据不完整，请清除后重新签名")
    x, y, t, pressure = point
    if not (0 <= t <= MAX_MILLISECONDS):
        raise UnusableHandwriting("too-long", "签名时间太长了，请清除后重新签名")
    x, y = min(max(x, 0), width), min(max(y, 0), height)
    return (round(x * GRID), round(y * GRID), round(t), round(min(max(pressure, 0), 1) * PRESSURES))


def _check_time(written: Handwriting) -> None:
    times = [point[2] for stroke in written.strokes for point in stroke]
    if any(later < earlier for earlier, later in itertools.pairwise(times)):
        raise UnusableHandwriting("broken", "签名数据不完整，请清除后重新签名")


def _path_length(written: Handwriting) -> float:
    return sum(
        hypot(end[0] - start[0], end[1] - start[1])
        for stroke in written.strokes
        for start, end in itertools.pairwise(stroke)
    )


def _inflate(body: bytes) -> bytes:
    unpacker = zlib.decompressobj(-15)
    try:
        raw = unpacker.decompress(body, MAX_UNPACKED)
    except zlib.error as broken:
        raise ValueError("packed signature is damaged") from broken
    if not unpacker.eof or unpacker.unused_data:
        raise ValueError("packed signature is damaged")
    return raw


def _varint(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes(out + bytes([number]))


def _numbers(raw: bytes) -> Iterator[int]:
    value = shift = 0
    for byte in raw:
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            yield value
            value = shift = 0


def _zigzag(number: int) -> int:
    return number * 2 if number >= 0 else -number * 2 - 1


def _unzigzag(number: int) -> int:
    return number // 2 if number % 2 == 0 else -(number + 1) // 2
