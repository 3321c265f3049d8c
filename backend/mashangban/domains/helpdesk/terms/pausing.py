"""Why a clock may stand still, for how long, and how much in all. The list is closed."""

from enum import StrEnum
from typing import Self

PERMIT_ARTICLE_45 = "行政许可法第四十五条：听证、招标、检验、检测、检疫、鉴定和专家评审的时间不计算在内"
OWN_RULE = "本平台规定"
# Calendar days that all pauses of one ticket may last together; nobody waits longer behind a stopped clock.
TOTAL_DAYS = 30
MOST_PAUSES = 3


class PauseReason(StrEnum):
    """A reason people are shown, the days one such pause may last, and whose rule it is."""

    label: str
    days: int
    source: str

    def __new__(cls, value: str, label: str, days: int, source: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.days, member.source = label, days, source
        return member

    ASKER = "asker", "等您补充情况", 10, OWN_RULE
    EXAMINATION = "examination", "等检测、鉴定或专家评审", 20, PERMIT_ARTICLE_45
    FORCE = "force", "灾害天气等不能办理的情况", 10, OWN_RULE
