"""What others see of a photo."""

from io import BytesIO

import pytest
from PIL import Image

from mashangban.files import imaging
from mashangban.files.rules.uploads import Region
from tests.files import samples


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def test_the_shown_photo_carries_no_place_no_camera_and_no_words() -> None:
    prepared = imaging.prepare(samples.photo_with_place())
    for rendition in (prepared.shown, prepared.thumbnail):
        assert len(opened(rendition).getexif()) == 0
        assert b"PhoneMaker" not in rendition
        assert b"secret words" not in rendition


def test_place_and_time_are_read_before_they_are_taken_out() -> None:
    place = imaging.prepare(samples.photo_with_place()).place
    assert place is not None
    assert (place.latitude, place.longitude, place.taken_at) == (30.26, -120.155, "2026:11:23 14:05:06")


def test_a_photo_taken_upright_is_shown_upright() -> None:
    assert opened(imaging.prepare(samples.photo_with_place(orientation=6)).shown).size == (480, 640)


def test_a_large_photo_becomes_small_and_its_thumbnail_smaller() -> None:
    prepared = imaging.prepare(samples.picture(size=(5000, 3000)))
    assert max(opened(prepared.shown).size) == 2560
    assert max(opened(prepared.thumbnail).size) == 320
    assert len(prepared.thumbnail) < 30_000


def test_a_see_through_picture_is_drawn_on_white() -> None:
    out = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, "PNG")
    assert opened(imaging.prepare(out.getvalue()).shown).convert("RGB").getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_other_kinds_become_jpeg(kind: str) -> None:
    assert opened(imaging.prepare(samples.picture(kind)).shown).format == "JPEG"


@pytest.mark.parametrize(
    "content",
    [
        samples.png_that_claims(20_000, 20_000),
        samples.png_that_claims(9_000, 9_000),
        samples.picture()[:300],
        samples.PDF,
        b"",
        b"GIF89a" + b"\x00" * 20,
    ],
)
def test_what_can_not_be_drawn_is_unreadable(content: bytes) -> None:
    with pytest.raises(imaging.Unreadable):
        imaging.prepare(content)


def test_broken_places_are_left_out() -> None:
    assert imaging._degrees({2: ("x", 1, 2)}, 2, 1, 90) is None
    assert imaging._degrees({2: (1.0, 2.0)}, 2, 1, 90) is None
    assert imaging._degrees({2: (float("nan"), 0, 0)}, 2, 1, 90) is None
    assert imaging._degrees({2: (200, 0, 0)}, 2, 1, 180) is None


def test_what_was_marked_cannot_be_made_out_and_the_rest_is_as_it_was() -> None:
    stripes = Image.new("RGB", (800, 600), "white")
    for x in range(0, 800, 8):
        stripes.paste("black", (x, 0, x + 4, 600))
    out = BytesIO()
    stripes.save(out, "PNG")
    drawn = opened(imaging.prepare(out.getvalue(), [Region(0.25, 0.25, 0.25, 0.5)]).shown).convert("L")
    inside, outside = (drawn.crop(box).tobytes() for box in ((210, 160, 390, 440), (500, 0, 700, 600)))
    assert max(inside) - min(inside) < 40
    assert max(outside) - min(outside) > 200


@pytest.mark.parametrize(
    "region", [Region(0.99, 0.99, 1, 1), Region(0, 0, 0.0001, 0.0001), Region(0, 0, 1, 1)]
)
def test_a_mark_over_the_edge_or_smaller_than_a_point_is_drawn(region: Region) -> None:
    assert opened(imaging.prepare(samples.picture(size=(40, 30)), [region]).shown).size == (40, 30)
