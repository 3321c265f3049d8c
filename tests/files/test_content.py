"""What a file is, by its own bytes; what is refused before anything is unpacked."""

import tracemalloc
from contextlib import suppress
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.files.errors import FilmNotPlayable, FilmTooLong, Overpacked, WrongContent
from mashangban.files.rules import films
from mashangban.files.rules.content import inspect
from mashangban.files.terms import ContentType
from tests.files import samples

GOOD = {
    ContentType.JPEG: samples.picture("JPEG"),
    ContentType.PNG: samples.picture("PNG"),
    ContentType.WEBP: samples.picture("WEBP"),
    ContentType.PDF: samples.PDF,
    ContentType.XLSX: samples.workbook(),
    ContentType.CSV: samples.CSV,
    ContentType.MP4: samples.film(),
}


@pytest.mark.parametrize("kind", GOOD)
def test_content_of_its_own_type_is_taken(kind: ContentType) -> None:
    inspect(BytesIO(GOOD[kind]), kind)


@pytest.mark.parametrize("kind", GOOD)
@pytest.mark.parametrize("other", GOOD)
def test_content_of_another_type_is_refused(kind: ContentType, other: ContentType) -> None:
    if kind is other or kind is ContentType.CSV:
        return  # a short PDF is text too; nothing runs a table of text
    with pytest.raises(WrongContent):
        inspect(BytesIO(GOOD[other]), kind)


@pytest.mark.parametrize(
    "options", [{"lossless": True}, {"quality": 50}, {"exif": b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x00"}]
)
def test_all_three_forms_of_webp_are_read(options: dict[str, Any]) -> None:
    inspect(BytesIO(samples.picture("WEBP", **options)), ContentType.WEBP)


@pytest.mark.parametrize(
    "options", [{"progressive": True}, {"comment": b"x" * 60000}, {"restart_marker_rows": 1}]
)
def test_jpegs_of_all_kinds_are_read(options: dict[str, Any]) -> None:
    inspect(BytesIO(samples.picture("JPEG", **options)), ContentType.JPEG)


@pytest.mark.parametrize(
    ("kind", "bomb"),
    [
        (ContentType.PNG, samples.png_that_claims(50_000, 50_000)),
        (ContentType.PNG, samples.png_that_claims(2**31, 2**31)),
        (ContentType.XLSX, samples.workbook({"xl/worksheets/sheet1.xml": b"0" * 30_000_000})),
    ],
)
def test_a_bomb_is_refused_without_being_unpacked(kind: ContentType, bomb: bytes) -> None:
    content = BytesIO(bomb)
    tracemalloc.start()
    with pytest.raises(Overpacked):
        inspect(content, kind)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (ContentType.PNG, samples.png_that_claims(0, 10)),
        (ContentType.XLSX, samples.workbook({"xl/vbaProject.bin": b"macro"})),
        (ContentType.XLSX, b"PK\x03\x04" + b"\x00" * 100),
        (ContentType.CSV, b"a,b\x00,c"),
        (ContentType.CSV, b"\xff\xfe\xfa\xfb" * 20),
        (ContentType.PDF, b"%PDF-1.7 cut off"),
        (ContentType.JPEG, b"\xff\xd8\xff\xe0\x00\x01"),
        (ContentType.JPEG, samples.picture("JPEG")[:100]),
        (ContentType.JPEG, b"MZ" + samples.picture("JPEG")),
        (ContentType.JPEG, b""),
        (ContentType.MP4, b""),
        (ContentType.MP4, samples.film()[:60]),
        (ContentType.MP4, samples.film()[:-1]),
        (ContentType.MP4, samples.film(length=12)[28:]),
        (ContentType.MP4, samples.film(tracks=(b"soun",))),
        (ContentType.MP4, samples.film(tracks=())),
        (ContentType.MP4, samples.film(body=b"").rpartition(b"\x00\x00\x00\x08mdat")[0]),
        (ContentType.MP4, samples.film() + samples.box(b"free", b"") * 2_000),
        (ContentType.MP4, samples.film()[:-408] + b"\x00\x00\x00\x04mdat" + b"\x00" * 400),
        (ContentType.MP4, samples.film()[:-408] + b"\xff\xff\xff\xffmdat" + b"\x00" * 400),
        (ContentType.MP4, samples.film()[:-408] + b"\x00\x00\x00\x01mdat" + b"\xff" * 400),
    ],
)
def test_broken_or_dangerous_content_is_refused(kind: ContentType, content: bytes) -> None:
    with pytest.raises(WrongContent):
        inspect(BytesIO(content), kind)


@pytest.mark.parametrize("text", ["中文，工种\n" * 20_000, "a,b\n" * 30_000])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-8-sig"])
def test_tables_of_text_in_both_encodings_are_taken(text: str, encoding: str) -> None:
    inspect(BytesIO(text.encode(encoding)), ContentType.CSV)


@given(st.sampled_from(list(GOOD)), st.binary(max_size=300))
def test_any_bytes_are_taken_or_refused_but_never_crash(kind: ContentType, data: bytes) -> None:
    for content in (data, GOOD[kind][:16] + data):
        with suppress(WrongContent, Overpacked, FilmNotPlayable, FilmTooLong):
            inspect(BytesIO(content), kind)


@given(st.integers(0, len(samples.film()) - 401), st.binary(min_size=1, max_size=9))
def test_a_film_with_any_bytes_changed_is_measured_or_refused_but_never_crashes(at: int, data: bytes) -> None:
    whole = samples.film()
    with suppress(WrongContent, FilmNotPlayable, FilmTooLong):
        assert films.seconds(BytesIO(whole[:at] + data + whole[at + len(data) :])) > 0


@pytest.mark.parametrize("version", [0, 1])
def test_a_film_says_how_long_it_runs_a_begun_second_counts(version: int) -> None:
    assert inspect(BytesIO(samples.film(length=45, version=version)), ContentType.MP4) == 45
    assert inspect(BytesIO(samples.picture("PNG")), ContentType.PNG) is None


def test_a_film_longer_than_three_minutes_is_refused() -> None:
    assert films.seconds(BytesIO(samples.film(length=180))) == 180
    with pytest.raises(FilmTooLong):
        films.seconds(BytesIO(samples.film(length=181)))


@pytest.mark.parametrize(
    "film",
    [
        samples.film(coding=b"hvc1"),
        samples.film(coding=b"encv"),
        samples.film(tracks=(b"vide", b"meta")),
        samples.film(tracks=(b"vide", b"soun", b"text")),
    ],
)
def test_a_film_that_some_phones_show_black_or_that_carries_measurements_is_refused(film: bytes) -> None:
    with pytest.raises(FilmNotPlayable):
        films.seconds(BytesIO(film))


def test_a_bare_film_says_no_place_and_is_the_same_film() -> None:
    noted = samples.film(noted=b"+30.2741+120.1551/") + samples.box(b"uuid", b"+30.2741 again")
    bare = films.bare(noted)
    assert b"30.2741" in noted
    assert b"30.2741" not in bare
    assert b"udta" not in bare
    assert (len(bare), films.seconds(BytesIO(bare))) == (len(noted), 12)
    assert films.bare(samples.film()) == samples.film()
