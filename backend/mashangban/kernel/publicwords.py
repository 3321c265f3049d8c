"""Words that everybody may read: personal data masked, insults found; one rule for all rooms that publish them."""

import re

from mashangban.kernel.errors import Invalid

# Words that no public page repeats unread. A human decides: a list knows no context.
INSULTS = ("傻逼", "傻叉", "他妈的", "操你", "去死", "王八蛋", "狗日的", "混蛋", "杂种", "婊子", "畜生")
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
# Longest first: an ID number has a phone's digits in it. GB 11643; 11 digits from 13 to 19; GA 36 plates.
_PERSONAL = (
    re.compile(r"(?<!\d)\d{6}(?:18|19|20)\d{2}[01]\d[0-3]\d\d{3}[\dXx](?![\dA-Za-z])"),
    re.compile(r"(?<!\d)(?:\d[ -]?){15,18}\d(?!\d)"),
    re.compile(r"(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)"),
    re.compile(r"(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)"),
    re.compile(rf"[{_PROVINCES}][A-HJ-NP-Z][·\s]?[A-HJ-NP-Z0-9]{{5,6}}(?![A-Z0-9])"),
    re.compile(r"(?<=姓名[:：])\s*[\u4e00-\u9fff·]{2,4}"),
    re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[A-Za-z0-9.-]+"),
)
MASK = "***"


class RudeWords(Invalid):
    code = "words.rude"
    title = "文字里有不文明用语，大家都会看到"
    next = "请改好再发"


def masked(text: str) -> str:
    """The text without ID numbers, cards, phones, plates, mail addresses and names that follow 姓名."""
    for pattern in _PERSONAL:
        text = pattern.sub(MASK, text)
    return text


def insulting(text: str) -> bool:
    """Whether a text has a word of the list, written with gaps too."""
    flat = re.sub(r"\s", "", text)
    return any(word in flat for word in INSULTS)
