"""File names from phones: kept readable, made harmless."""

import unicodedata

from mashangban.files.terms import ContentType

LONGEST = 100
_UNNAMED = "未命名"
_KEPT_CATEGORIES = ("L", "N", "M", "P", "S", "Zs")
_PATH = '/\\:*?"<>|'
_ALIASES = {"jpeg": "jpg", "jpe": "jpg"}


def clean(name: str, content_type: ContentType) -> str:
    """A name to show and to save under: no folders, controls or direction marks, and the extension of its type.

    Direction marks (U+202E and others) could show `gnp.exe` as `exe.png`.
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    visible = "".join(
        c for c in last if unicodedata.category(c).startswith(_KEPT_CATEGORIES) and c not in _PATH
    )
    stem, _, extension = visible.strip(" .").rpartition(".")
    if _ALIASES.get(extension.lower(), extension.lower()) != content_type.extension:
        stem = visible.strip(" .")
    return f"{stem.strip(' .')[:LONGEST] or _UNNAMED}.{content_type.extension}"
