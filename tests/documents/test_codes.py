"""Codes that a phone reads from print, also on a bad photo."""

from __future__ import annotations

import io
import random
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from mashangban.documents.codes import images
from mashangban.documents.rendering.typesetting import typeset
from mashangban.documents.terms import Template
from tests.documents import samples


def _read(path: Path) -> str:
    command = ["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", str(path)]
    return subprocess.run(command, capture_output=True, check=False).stdout.decode().strip()


def _page(pdf: bytes, folder: Path, dpi: int) -> Image.Image:
    (folder / "page.pdf").write_bytes(pdf)
    subprocess.run(
        ["pdftoppm", "-r", str(dpi), "-f", "1", "-l", "1", "-png", "-singlefile", "page.pdf", "page"],
        cwd=folder,
        check=True,
    )
    return Image.open(folder / "page.png").convert("L")


def _photo(page: Image.Image, seed: int) -> Image.Image:
    """As a phone in a hurry takes it: turned, leaning, unevenly lit, blurred, compressed."""
    chance = random.Random(seed)
    width, height = page.size
    lean = [chance.uniform(-0.05, 0.05) * min(width, height) for _ in range(8)]
    corners = (
        lean[0],
        lean[1],
        lean[2],
        height + lean[3],
        width + lean[4],
        height + lean[5],
        width + lean[6],
        lean[7],
    )
    taken = page.transform(page.size, Image.Transform.QUAD, corners, Image.Resampling.BILINEAR, fillcolor=215)
    taken = taken.rotate(chance.uniform(-12, 12), Image.Resampling.BILINEAR, fillcolor=215)
    light = Image.linear_gradient("L").resize(taken.size).point(lambda value: 150 + value * 90 // 255)
    dim = Image.composite(taken, Image.new("L", taken.size, 60), light)
    buffer = io.BytesIO()
    dim.filter(ImageFilter.GaussianBlur(1.2)).save(buffer, "JPEG", quality=55)
    return Image.open(io.BytesIO(buffer.getvalue()))


@pytest.mark.parametrize("seed", range(6))
def test_the_join_code_of_the_poster_is_read_from_a_photo(tmp_path: Path, seed: int) -> None:
    printed = typeset(Template.SITE_POSTER, samples.POSTER, samples.IMPRINT)
    page = _page(printed.pdf, tmp_path, 72)
    _photo(page.crop((0, 0, page.width, page.height // 2)), seed).save(tmp_path / "photo.png")
    assert _read(tmp_path / "photo.png") == samples.JOIN_URL


@pytest.mark.parametrize("seed", range(6))
def test_the_verify_code_of_the_contract_is_read_from_a_photo(tmp_path: Path, seed: int) -> None:
    printed = typeset(Template.LABOUR_CONTRACT, samples.CONTRACT, samples.IMPRINT)
    page = _page(printed.pdf, tmp_path, 200)
    _photo(page.crop((page.width // 2, 0, page.width, page.height // 3)), seed).save(tmp_path / "photo.png")
    assert _read(tmp_path / "photo.png") == samples.IMPRINT.verify_url


def test_the_join_code_is_printed_larger_than_60_millimetres(tmp_path: Path) -> None:
    page = _page(typeset(Template.SITE_POSTER, samples.POSTER, samples.IMPRINT).pdf, tmp_path, 72)
    panel = page.crop(
        (page.width * 58 // 100, page.height * 16 // 100, page.width * 94 // 100, page.height * 37 // 100)
    )
    left, top, right, bottom = panel.point(lambda value: 255 if value < 40 else 0).getbbox() or (0, 0, 0, 0)
    assert (page.width, page.height) == (842, 1191)
    assert min(right - left, bottom - top) * 25.4 / 72 >= 60


def test_a_png_code_reads_back(tmp_path: Path) -> None:
    (tmp_path / "code.png").write_bytes(images.png(samples.JOIN_URL, "Q"))
    assert _read(tmp_path / "code.png") == samples.JOIN_URL
