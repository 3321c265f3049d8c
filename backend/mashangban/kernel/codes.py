"""Codes printed in QR pictures: short, typed by hand if need be, and useless when altered."""

import base64
import hmac
import secrets

from mashangban.kernel import crypto, ids
from mashangban.kernel.errors import AppError

_MAC_BYTES = 10
_MAC_LENGTH = 16


class AlteredCode(AppError):
    code = "code.altered"
    status = 404
    title = "这个码无效"
    next = "请重新扫描现场张贴的二维码；如仍不行，请联系班组长或劳资员"
    noted = True


def new_body(characters: int = 10) -> str:
    """A random body: 10 characters are 50 bits."""
    return ids.base32(secrets.randbits(5 * characters), characters)


def issue(purpose: str, body: str) -> str:
    """`body` followed by a 10-byte MAC bound to the purpose (documents.md, QR)."""
    return body + _mac(purpose, body)


def read(purpose: str, code: str) -> str:
    """The body of a code of ours. Raises AlteredCode for anything else."""
    text = code.strip().upper()
    body, given = text[:-_MAC_LENGTH], text[-_MAC_LENGTH:]
    if not body or not text.isascii() or not hmac.compare_digest(_mac(purpose, body), given):
        raise AlteredCode()
    return body


def _mac(purpose: str, body: str) -> str:
    digest = crypto.mac("code-key", f"{purpose}|{body}")[:_MAC_BYTES]
    return base64.b32encode(digest).decode()
