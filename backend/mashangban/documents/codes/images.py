"""QR pictures of short links: SVG for print, PNG for screens."""

from __future__ import annotations

import io
from typing import Any, Literal

import qrcode
import qrcode.constants
from qrcode.image.pil import PilImage
from qrcode.image.svg import SvgPathImage

Level = Literal["M", "Q", "H"]
LEVELS = {
    "M": qrcode.constants.ERROR_CORRECT_M,
    "Q": qrcode.constants.ERROR_CORRECT_Q,
    "H": qrcode.constants.ERROR_CORRECT_H,
}
# White modules around the code (ISO/IEC 18004 asks for four).
QUIET_ZONE = 4


def _code(text: str, level: Level) -> qrcode.QRCode[Any]:
    code: qrcode.QRCode[Any] = qrcode.QRCode(error_correction=LEVELS[level], border=QUIET_ZONE, box_size=10)
    code.add_data(text)
    code.make(fit=True)
    return code


def svg(text: str, level: Level = "M") -> str:
    """A QR picture as SVG with its quiet zone; ISO/IEC 18004. M for documents, Q for posters, H under a logo."""
    return str(_code(text, level).make_image(image_factory=SvgPathImage).to_string(encoding="unicode"))


def png(text: str, level: Level = "M") -> bytes:
    """The same picture as PNG, ten pixels a module."""
    buffer = io.BytesIO()
    _code(text, level).make_image(image_factory=PilImage).save(buffer, "PNG")
    return buffer.getvalue()
