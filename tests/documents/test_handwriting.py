"""A finger's signature: packed small, unpacked the same, and refused when it is none."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.documents.errors import UnusableHandwriting
from mashangban.documents.signing import handwriting
from mashangban.documents.signing.handwriting import Handwriting
from tests.documents import samples

POINTS = st.tuples(
    st.integers(0, 50_000), st.integers(0, 50_000), st.integers(0, 180_000), st.integers(0, 255)
)


def test_a_signature_of_three_characters_takes_less_than_a_kilobyte() -> None:
    written = handwriting.accept(samples.strokes(), *samples.CANVAS)
    assert len(handwriting.pack(written)) < 1000


@given(st.lists(st.lists(POINTS, min_size=1, max_size=30), min_size=1, max_size=8))
def test_packing_loses_nothing(strokes: list[list[tuple[int, int, int, int]]]) -> None:
    written = Handwriting(6800, 3600, tuple(tuple(stroke) for stroke in strokes))
    assert handwriting.unpack(handwriting.pack(written)) == written


def test_the_digest_changes_with_one_pixel() -> None:
    moved = samples.strokes()
    moved[3][5][0] += 0.1
    first = handwriting.accept(samples.strokes(), *samples.CANVAS)
    assert first.digest() != handwriting.accept(moved, *samples.CANVAS).digest()


@pytest.mark.parametrize(
    ("strokes", "reason"),
    [
        ([], "empty"),
        ([[], []], "empty"),
        ([[[10, 10, 0, 0.5]]], "dot"),
        ([[[10, 10, 0, 0.5], [30, 12, 20, 0.5]]], "dot"),
        ([[[float(x % 600), 10.0, float(x), 0.5] for x in range(4001)]], "too-long"),
        ([[[1, 1, 0, 0.5]]] * 61, "too-long"),
        ([[[1, 1, 0, 0.5], [500, 1, 200_000, 0.5]]], "too-long"),
        ([[[1, 1, 50, 0.5], [500, 1, 10, 0.5]]], "broken"),
        ([[[1, 1, 0]]], "broken"),
        ([[[float("nan"), 1, 0, 0.5]]], "broken"),
        ([[[float("inf"), 1, 0, 0.5]]], "broken"),
    ],
)
def test_what_is_no_signature_is_refused_with_a_reason(strokes: list[list[list[float]]], reason: str) -> None:
    with pytest.raises(UnusableHandwriting) as refused:
        handwriting.accept(strokes, *samples.CANVAS)
    assert refused.value.reason == reason
    assert refused.value.detail


@pytest.mark.parametrize("size", [(0, 100), (100, -1), (6000, 100)])
def test_an_impossible_canvas_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(UnusableHandwriting):
        handwriting.accept(samples.strokes(), *size)


@pytest.mark.parametrize("cut", [0, 2, 3, 10, 100])
def test_a_cut_packing_is_refused(cut: int) -> None:
    packed = handwriting.pack(handwriting.accept(samples.strokes(), *samples.CANVAS))
    with pytest.raises(ValueError, match="packed"):
        handwriting.unpack(packed[:cut])


def test_a_packing_that_swells_is_refused() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = handwriting.MAGIC + packer.compress(b"\x01" * 10_000_000) + packer.flush()
    with pytest.raises(ValueError, match="packed"):
        handwriting.unpack(bomb)


def test_the_drawing_stays_inside_its_space() -> None:
    written = handwriting.accept(samples.strokes(), *samples.CANVAS)
    drawing = handwriting.draw(written, 70, 30)
    for line in drawing.lines:
        assert all(0 <= x <= 70 and 0 <= y <= 30 for x, y in line.points)
        assert 0.2 < line.width < 1.2
