"""What others may read of what somebody wrote: personal data masked, insults held for a human. Pure."""

import re

from mashangban.domains.publicareas.terms import INSULTS, Wording

_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
# Longest first: an ID number has a phone's digits in it. GB 11643; 11 digits from 13 to 19; GA 36 plates.
_PERSONAL = (
    re.compile(r"(?<!\d)\d{6}(?:18|19|20)\d{2}[01]\d[0-3]\d\d{3}[\dXx](?![\dA-Za-z])"),
    re.compile(r"(?<!\d)(?:\d[ -]?){15,18}\d(?!\d)"),
    re.compile(r"(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)"),
    re.compile(r"(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)"),
    re.compile(rf"[{_PROVINCES}][A-HJ-NP-Z][·\s]?[A-HJ-NP-Z0-9]{{5,6}}(?![A-Z0-9])"),
    re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[A-Za-z0-9.-]+"),
)
MASK = "***"


def masked(text: str) -> str:
    """The text without ID numbers, cards, phones, plates and mail addresses."""
    for pattern in _PERSONAL:
        text = pattern.sub(MASK, text)
    return text


def judged(text: str) -> Wording:
    """Whether a text may be shown at once."""
    flat = re.sub(r"\s", "", text)
    return Wording.HELD if any(word in flat for word in INSULTS) else Wording.SHOWN


def public(text: str, wording: Wording) -> str:
    """What others read."""
    return masked(text) if wording is Wording.SHOWN else f"（{wording.label}）"
