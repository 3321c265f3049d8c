"""The poster of a package: one page on either paper, its code read from a photo, its longest words still on it."""

from pathlib import Path

import pytest

from mashangban.documents.rendering.typesetting import typeset
from mashangban.documents.schemas.guide_forms import PackagePoster, PosterHall
from mashangban.documents.terms import Template
from tests.documents import samples
from tests.documents.test_codes import _page, _photo, _read
from tests.documents.test_typesetting import _text

A3: PackagePoster = {**samples.PACKAGE_POSTER, "paper": "a3"}


@pytest.mark.parametrize("poster", [samples.PACKAGE_POSTER, A3])
@pytest.mark.parametrize("seed", range(2))
def test_its_code_is_read_from_a_photo(tmp_path: Path, poster: PackagePoster, seed: int) -> None:
    page = _page(typeset(Template.PACKAGE_POSTER, poster, samples.IMPRINT).pdf, tmp_path, 100)
    _photo(page.crop((0, 0, page.width, page.height * 6 // 10)), seed).save(tmp_path / "photo.png")
    assert _read(tmp_path / "photo.png") == poster["join_url"]


@pytest.mark.parametrize(("poster", "width"), [(samples.PACKAGE_POSTER, 596), (A3, 842)])
def test_it_is_one_page_of_the_paper_that_was_asked_for(
    tmp_path: Path, poster: PackagePoster, width: int
) -> None:
    printed = typeset(Template.PACKAGE_POSTER, poster, samples.IMPRINT)
    assert (printed.pages, _page(printed.pdf, tmp_path, 72).width) == (1, width)


def test_it_says_what_to_do_where_and_when(tmp_path: Path) -> None:
    text = _text(typeset(Template.PACKAGE_POSTER, samples.PACKAGE_POSTER, samples.IMPRINT), tmp_path)
    flat = text.replace(" ", "")
    for words in ("我要开餐馆", "1.扫一扫", "3.照着清单办", "文三路1号", "9:00-12:00", "12345"):
        assert words in flat


def test_the_longest_words_stay_on_one_page() -> None:
    hall: PosterHall = {
        "name": "长" * 30,
        "address": "某某大道八百八十八号" * 6,
        "hours": "工作日 9:00-12:00、14:00-16:30，周六上午也开",
    }
    full: PackagePoster = {
        **samples.PACKAGE_POSTER,
        "name": "名" * 40,
        "lead": "介绍" * 100,
        "cards": ["办理一件名字很长很长的事情" * 3] * 16,
        "halls": [hall] * 3,
    }
    assert typeset(Template.PACKAGE_POSTER, full, samples.IMPRINT).pages == 1
