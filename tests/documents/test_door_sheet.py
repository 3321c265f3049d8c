"""Door codes on paper: many a page, each of them read back."""

import subprocess
from pathlib import Path

from mashangban.documents.rendering.typesetting import typeset
from mashangban.documents.terms import Template
from tests.documents import samples


def test_twelve_doors_stand_on_a_page_and_every_code_reads_back(tmp_path: Path) -> None:
    printed = typeset(Template.DOOR_SHEET, samples.DOORS, samples.IMPRINT)
    assert printed.pages == 2
    (tmp_path / "sheet.pdf").write_bytes(printed.pdf)
    subprocess.run(["pdftoppm", "-r", "150", "-png", "sheet.pdf", "page"], cwd=tmp_path, check=True)
    read = set()
    for page in sorted(tmp_path.glob("page-*.png")):
        command = ["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", str(page)]
        read |= set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())
    assert read == {door["url"] for door in samples.DOORS["doors"]}


def test_each_card_names_its_door(tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").write_bytes(typeset(Template.DOOR_SHEET, samples.DOORS, samples.IMPRINT).pdf)
    command = ["pdftotext", "-layout", str(tmp_path / "sheet.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert all(door["label"] in text for door in samples.DOORS["doors"])
