"""Printing: same bytes, nothing missing, boxes where they are said to be."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from mashangban.documents.errors import UnprintableText
from mashangban.documents.rendering import fonts, typesetting
from mashangban.documents.rendering.typesetting import Printed, typeset
from mashangban.documents.terms import Template
from tests.documents import samples

FORMS: dict[Template, Any] = {
    Template.LABOUR_CONTRACT: samples.CONTRACT,
    Template.CONTRACT_SUPPLEMENT: samples.SUPPLEMENT,
    Template.PAY_SLIP: samples.SLIP,
    Template.SITE_POSTER: samples.POSTER,
    Template.ARREARS_EVIDENCE: samples.EVIDENCE,
    Template.DOOR_SHEET: samples.DOORS,
    Template.HOME_INSPECTION: samples.INSPECTION,
    Template.CLAIM_FORM: samples.CLAIM,
    Template.MATTER_PAPER: samples.MATTER,
    Template.PACKAGE_POSTER: samples.PACKAGE_POSTER,
}


def _text(printed: Printed, folder: Path) -> str:
    path = folder / "printed.pdf"
    path.write_bytes(printed.pdf)
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode()


@pytest.mark.parametrize("template", list(Template))
def test_the_same_form_gives_the_same_bytes(template: Template) -> None:
    first = typeset(template, FORMS[template], samples.IMPRINT)
    typesetting._compiler.cache_clear()
    again = typeset(template, FORMS[template], samples.IMPRINT)
    assert first == again


@pytest.mark.parametrize("template", list(Template))
def test_a_printed_form_is_sound_pdf_a_3b(template: Template, tmp_path: Path) -> None:
    printed = typeset(template, FORMS[template], samples.IMPRINT)
    path = tmp_path / "form.pdf"
    path.write_bytes(printed.pdf)
    subprocess.run(["qpdf", "--check", str(path)], check=True, capture_output=True)
    assert b"<pdfaid:part>3</pdfaid:part>" in printed.pdf.replace(b" ", b"")
    assert len(printed.pdf) < 200_000


def test_a_name_with_rare_characters_is_printed_whole(tmp_path: Path) -> None:
    printed = typeset(Template.LABOUR_CONTRACT, samples.CONTRACT, samples.IMPRINT)
    assert "欧阳㛃䶮" in _text(printed, tmp_path)


def test_a_character_of_only_the_second_face_falls_back_to_it(tmp_path: Path) -> None:
    contract = {**samples.CONTRACT, "worker": {**samples.WORKER, "name": "王𰻝"}}
    assert ord("𰻝") not in fonts.characters(fonts.SONG)
    assert "王𰻝" in _text(typeset(Template.LABOUR_CONTRACT, contract, samples.IMPRINT), tmp_path)


@pytest.mark.parametrize("name", ["王𠮷", "王\u202e五", "王\x07", "\ue123"])
def test_a_name_that_can_not_be_printed_is_named_not_swallowed(name: str) -> None:
    contract = {**samples.CONTRACT, "worker": {**samples.WORKER, "name": name}}
    with pytest.raises(UnprintableText) as refused:
        typeset(Template.LABOUR_CONTRACT, contract, samples.IMPRINT)
    assert set(refused.value.characters) <= set(name)
    assert "字库里没有" in str(refused.value)


def test_markup_in_a_name_prints_literally(tmp_path: Path) -> None:
    name = '#panic("x") *b* $x$ <a> \\n'
    contract = {**samples.CONTRACT, "worker": {**samples.WORKER, "name": name}}
    text = _text(typeset(Template.LABOUR_CONTRACT, contract, samples.IMPRINT), tmp_path)
    assert "#panic" in text
    assert "*b*" in text


def test_signature_boxes_lie_on_the_last_page_beside_each_other() -> None:
    printed = typeset(Template.LABOUR_CONTRACT, samples.CONTRACT, samples.IMPRINT)
    employer, worker = sorted(printed.boxes, key=lambda box: box.left)
    assert (employer.name, worker.name) == ("employer", "worker")
    assert employer.page == worker.page == printed.pages
    assert employer.right < worker.left
    for box in (employer, worker):
        assert 0 < box.left < box.right < 595.3
        assert 0 < box.bottom < box.top < 841.9
        assert (box.top - box.bottom) * 25.4 / 72 >= 42


@pytest.mark.parametrize("lines", range(0, 40, 3))
def test_wherever_the_page_breaks_the_boxes_stay_whole(lines: int) -> None:
    contract = {**samples.CONTRACT, "remarks": "补充说明。\n" * (lines + 1)}
    printed = typeset(Template.LABOUR_CONTRACT, contract, samples.IMPRINT)
    assert {box.page for box in printed.boxes} == {printed.pages}
    assert all(box.bottom > 60 for box in printed.boxes)


def test_a_full_notice_board_still_fits_one_sheet() -> None:
    name = "浙江省某某某某建设工程集团股份有限公司"
    party = {"role": "施工总承包单位", "name": name, "contact": "欧阳建国", "phone": "0571-87002001"}
    channel = {"label": "劳动争议调解仲裁申请渠道", "value": "西湖区文三路 9 号劳动人事争议仲裁院三楼"}
    full = {**samples.POSTER, "parties": [party] * 8, "channels": [channel] * 6}
    assert typeset(Template.SITE_POSTER, full, samples.IMPRINT).pages == 1


def test_the_imprint_is_on_every_page(tmp_path: Path) -> None:
    printed = typeset(Template.LABOUR_CONTRACT, samples.CONTRACT, samples.IMPRINT)
    text = _text(printed, tmp_path)
    assert text.count("编号 HT-20261123-7K3M9QTB-X") == printed.pages
    assert text.count("127.0.0.1:8000/verify/") == printed.pages


def test_data_reaches_the_layout_as_json_only() -> None:
    words = typesetting.WORDING[Template.SITE_POSTER](samples.POSTER)
    assert json.loads(json.dumps(words)) == words


@pytest.mark.parametrize(
    ("kind", "title"),
    [("supplement", "劳动合同补充协议"), ("change", "劳动合同变更协议"), ("end", "劳动合同终止协议")],
)
def test_every_kind_of_supplement_is_printed_with_both_boxes(kind: str, title: str, tmp_path: Path) -> None:
    form = {**samples.SUPPLEMENT, "kind": kind, "text": "双方另行约定如下。"}
    if kind != "change":
        form["changes"] = []
    printed = typeset(Template.CONTRACT_SUPPLEMENT, form, samples.IMPRINT)
    text = _text(printed, tmp_path)
    assert title in text
    assert "双方另行约定如下。" in text
    assert {box.name for box in printed.boxes} == {"employer", "worker"}
