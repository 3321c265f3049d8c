"""Seal geometry: whatever the name, nothing collides and nothing leaves the ring."""

from __future__ import annotations

import io
from itertools import pairwise
from math import atan2, hypot

import pytest
from PIL import Image

from mashangban.documents.rendering import typesetting
from mashangban.documents.seals import geometry
from mashangban.documents.seals.geometry import SealFace

LONG = "宁德市蕉城区人力资源和社会保障局公共就业服务中心第三分部办公"


def _corners(slot: geometry.Slot) -> list[tuple[float, float]]:
    from math import cos, sin

    turn, lean = cos(slot.angle), sin(slot.angle)
    halves = [(sx * slot.width / 2, sy * slot.height / 2) for sx in (-1, 1) for sy in (-1, 1)]
    return [(slot.centre[0] + x * turn - y * lean, slot.centre[1] + x * lean + y * turn) for x, y in halves]


@pytest.mark.parametrize("count", range(4, 31))
@pytest.mark.parametrize("diameter", [38.0, 40.0, 42.0])
def test_names_of_4_to_30_characters_stay_inside_the_ring(count: int, diameter: float) -> None:
    face = SealFace(LONG[:count], "合同专用章", "3301000012345", diameter)
    inner = diameter / 2 - 1.2 * diameter / 40
    for slot in geometry.slots_of(face):
        for corner in _corners(slot):
            assert hypot(*corner) < inner
            assert hypot(*corner) > 7 * diameter / 40 or corner[1] < 0


@pytest.mark.parametrize("count", range(4, 31))
def test_neighbours_on_the_arc_do_not_touch(count: int) -> None:
    face = SealFace(LONG[:count], "合同专用章", "3301000012345")
    name = geometry.slots_of(face)[:count]
    for before, after in pairwise(name):
        gap = hypot(after.centre[0] - before.centre[0], after.centre[1] - before.centre[1])
        assert gap >= (before.width + after.width) / 2 * 0.97


def test_the_name_reads_from_left_to_right_over_the_star() -> None:
    name = geometry.slots_of(SealFace("杭州某某建筑劳务有限公司"))
    angles = [atan2(slot.centre[1], slot.centre[0]) for slot in name]
    unwrapped = [angle if angle > -1.6 else angle + 6.2832 for angle in angles]
    assert unwrapped == sorted(unwrapped, reverse=True)


def test_a_specimen_says_so_instead_of_a_police_serial() -> None:
    text = "".join(
        slot.char for slot in geometry.slots_of(SealFace("某某公司", serial="3301000012345", specimen=True))
    )
    assert "样章" in text
    assert "3301" not in text


@pytest.mark.parametrize(
    ("face", "word"),
    [
        (SealFace("公司"), "4 至 30"),
        (SealFace("公" * 31), "4 至 30"),
        (SealFace("某某公司", serial="33A"), "数字"),
        (SealFace("某某𠮷公司"), "𠮷"),
    ],
)
def test_a_seal_that_can_not_be_cut_says_why(face: SealFace, word: str) -> None:
    assert any(word in problem for problem in geometry.problems_of(face))


def test_a_rare_character_is_cut_from_the_regular_face() -> None:
    face = SealFace("杭州㛃䶮建筑劳务有限公司")
    assert geometry.problems_of(face) == ()
    assert len(geometry.draw(face).outlines) == 2 + len(face.name)


def test_the_picture_is_red_on_nothing_and_of_true_size() -> None:
    drawing = geometry.draw(SealFace("杭州某某建筑劳务有限公司", "合同专用章", specimen=True))
    picture = Image.open(io.BytesIO(typesetting.picture(drawing.svg(), drawing.width, 300)))
    assert picture.size == (472, 472)
    assert picture.mode == "RGBA"
    assert picture.getpixel((2, 2))[3] == 0  # type: ignore[index]
    assert picture.getpixel((236, 215))[:3] == (0xD7, 0x00, 0x0F)  # type: ignore[index]
