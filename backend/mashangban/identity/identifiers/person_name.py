"""Names as cards carry them."""

import unicodedata

from mashangban.identity.identifiers.wrong import WrongIdentifier

# People type these for the dot of names such as 买买提·艾力; cards carry U+00B7 (GB 18030 间隔号).
_DOTS = str.maketrans(dict.fromkeys("•‧・･．﹒∙⋅˙.", "·"))
_LONGEST = 50


def parse_person_name(text: str) -> str:
    """Read a name as typed: Chinese with the middle dot, or letters. WrongIdentifier when it can't be one."""
    composed = unicodedata.normalize("NFC", text).strip()
    chinese = any(_is_han(one) for one in composed)
    name = "".join(composed.translate(_DOTS).split()) if chinese else " ".join(composed.upper().split())
    letters = (_is_han(one) or one == "·" for one in name) if chinese else (_is_latin(one) for one in name)
    if not 2 <= len(name) <= _LONGEST or not all(letters) or name[0] in "· " or name[-1] in "· ":
        raise WrongIdentifier("请填写与证件一致的姓名")
    return name


def _is_han(one: str) -> bool:
    return unicodedata.name(one, "").startswith("CJK ") or one in "〇䶮"


def _is_latin(one: str) -> bool:
    return one.isalpha() or one in " '-.,·"
