"""Data and a template in, a PDF/A-3b with known signature boxes out.

typst 0.15 sets the page; the same data and time give the same bytes, so that a hash can be signed. Data goes in as
JSON and is printed literally: markup in a name is just characters.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, cast

from mashangban.documents.codes import images
from mashangban.documents.errors import UnprintableText
from mashangban.documents.rendering import fonts
from mashangban.documents.rendering.boxes import SignatureBox
from mashangban.documents.rendering.wording.claim import claim_form
from mashangban.documents.rendering.wording.contract import labour_contract
from mashangban.documents.rendering.wording.doors import door_sheet
from mashangban.documents.rendering.wording.evidence import arrears_evidence
from mashangban.documents.rendering.wording.inspection import home_inspection
from mashangban.documents.rendering.wording.matter import matter_paper
from mashangban.documents.rendering.wording.package_poster import package_poster
from mashangban.documents.rendering.wording.poster import site_poster
from mashangban.documents.rendering.wording.slip import pay_slip
from mashangban.documents.rendering.wording.supplement import contract_supplement
from mashangban.documents.terms import Template
from mashangban.kernel import clock

if TYPE_CHECKING:
    import typst

LAYOUTS = Path(__file__).parent / "layouts"
PDF_STANDARD: Final = "a-3b"
WORDING: dict[Template, Any] = {
    Template.LABOUR_CONTRACT: labour_contract,
    Template.CONTRACT_SUPPLEMENT: contract_supplement,
    Template.PAY_SLIP: pay_slip,
    Template.SITE_POSTER: site_poster,
    Template.ARREARS_EVIDENCE: arrears_evidence,
    Template.DOOR_SHEET: door_sheet,
    Template.HOME_INSPECTION: home_inspection,
    Template.CLAIM_FORM: claim_form,
    Template.MATTER_PAPER: matter_paper,
    Template.PACKAGE_POSTER: package_poster,
}
# A typst compiler may be used by one thread at a time; functions have one, the local server several.
_TYPESETTER = Lock()


@dataclass(frozen=True, slots=True)
class Printed:
    """A typeset document: revision 0 of what may be signed."""

    pdf: bytes
    sha256: str
    pages: int
    boxes: tuple[SignatureBox, ...]


@dataclass(frozen=True, slots=True)
class Imprint:
    """What every page carries besides the form's own words."""

    number: str
    verify_url: str
    made_at: datetime


def typeset(template: Template, data: Mapping[str, Any], imprint: Imprint) -> Printed:
    """Prints one document; the same input gives the same bytes.

    Raises UnprintableText when a character is in no font, so that nobody signs a paper with a hole in their name.
    """
    words = WORDING[template](data)
    missing = fonts.unprintable(fonts.texts_of([words, imprint.number]))
    if missing:
        raise UnprintableText(missing)
    inputs = {"data": json.dumps({**words, **_imprint(imprint, data)}, ensure_ascii=False, sort_keys=True)}
    with _TYPESETTER:
        compiler = _compiler(template)
        pdf = cast(
            bytes,
            compiler.compile(
                format="pdf",
                sys_inputs=inputs,
                pdf_standards=PDF_STANDARD,
                timestamp=_whole_second(imprint.made_at),
            ),
        )
        marks = [mark["value"] for mark in json.loads(compiler.query("<mark>"))]
    pages = next(mark["pages"] for mark in marks if mark["kind"] == "pages")
    boxes = tuple(_box(mark) for mark in marks if mark["kind"] == "signature")
    return Printed(pdf, hashlib.sha256(pdf).hexdigest(), pages, boxes)


def picture(svg: bytes, width_mm: float, ppi: int = 300) -> bytes:
    """An SVG drawing as a transparent PNG (a seal shown on a screen)."""
    import typst

    source = (
        f"#set page(width: {width_mm}mm, height: auto, margin: 0mm, fill: none)\n"
        '#image(bytes(sys.inputs.svg), format: "svg", width: 100%)'
    )
    return typst.Compiler(font_paths=fonts.typst_fonts(), ignore_system_fonts=True).compile(  # type: ignore[return-value]
        source.encode(), format="png", ppi=ppi, sys_inputs={"svg": svg.decode()}
    )


@cache
def _compiler(template: Template) -> typst.Compiler:
    """One warm compiler a template: its layouts and fonts stay parsed."""
    import typst

    return typst.Compiler(
        str(LAYOUTS / f"{template.value}.typ"),
        root=str(LAYOUTS),
        font_paths=fonts.typst_fonts(),
        ignore_system_fonts=True,
    )


def _imprint(imprint: Imprint, data: Mapping[str, Any]) -> dict[str, Any]:
    printed: dict[str, Any] = {
        "number": imprint.number,
        "verify_url": imprint.verify_url,
        "verify_qr": images.svg(imprint.verify_url, "M"),
    }
    if "join_url" in data:
        printed |= {"join_url": data["join_url"], "join_qr": images.svg(data["join_url"], "Q")}
    if "doors" in data:
        printed |= {"door_qrs": [images.svg(door["url"], "M") for door in data["doors"]]}
    return printed


def _whole_second(moment: datetime) -> datetime:
    """typst wants a fixed offset; China has one."""
    return moment.astimezone(timezone(clock.SHANGHAI.utcoffset(moment) or timedelta(0))).replace(
        microsecond=0
    )


def _box(mark: Mapping[str, Any]) -> SignatureBox:
    """typst measures from the top of the page, PDF from its foot."""
    top = mark["page_height"] - mark["y"]
    return SignatureBox(
        mark["name"],
        mark["page"],
        round(mark["x"], 2),
        round(top - mark["height"], 2),
        round(mark["x"] + mark["width"], 2),
        round(top, 2),
    )
