"""What a person hears when an identifier can't be right."""

import unicodedata


class WrongIdentifier(ValueError):
    """The identifier can't exist; the text says in plain words what is wrong with it."""


def tidy(text: str) -> str:
    """What people mean when they paste: no blanks or dashes, half-width characters, capitals."""
    narrow = unicodedata.normalize("NFKC", text)
    return "".join(
        one for one in narrow if not one.isspace() and one not in "-‐‑–—\u200b\u202d\u202c"
    ).upper()
