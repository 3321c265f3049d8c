"""What can be broken where everybody walks, how far a report has come, and the words of the protocol.

GeoReport v2: http://wiki.open311.org/GeoReport_v2 (resources, fields, error codes as of 2011, unchanged since).
"""

from enum import StrEnum
from typing import Self

from mashangban.kernel.labelled import Labelled

OWN_RULE = "本平台规定"
SPECIFICATION = "http://wiki.open311.org/GeoReport_v2"
CHANGESET = "2026-11-26T00:00:00Z"
# The protocol asks for the newest ninety days unless told otherwise, and never for more at once.
SPAN_DAYS = 90
MOST_LISTED = 200
MOST_IDS = 50
MOST_PHOTOS = 3
REOPEN_DAYS = 30
POSTS_AN_HOUR = 20
NEAR_METRES = 500


class Service(StrEnum):
    """What may be reported: a code, its name, words, group, and the days in which it is repaired (ours)."""

    label: str
    words: str
    group: str
    days: int

    def __new__(cls, value: str, label: str, words: str, group: str, days: int) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.words, member.group, member.days = label, words, group, days
        return member

    LIFT = "lift", "电梯", "电梯停运、异响、按钮失灵。有人被困请先打 96333 或 119", "设备", 3
    LIGHTING = "lighting", "公共照明", "楼道、路灯、车库的灯不亮", "设备", 7
    DOOR = "door", "门禁和单元门", "单元门关不上、门禁失灵", "设备", 7
    ROAD = "road", "道路和地面", "路面塌陷、积水、井盖缺失", "场地", 15
    GARAGE = "garage", "车库", "车库渗水、道闸故障、标线不清", "场地", 15
    WATER = "water", "公共给排水", "公共管道漏水、堵塞、返味", "设备", 7


SERVICES = {one.value: one for one in Service}


class FaultState(Labelled):
    """reported -> accepted -> fixed; or declined. Not fixed leads back to accepted."""

    REPORTED = "reported", "待答复"
    ACCEPTED = "accepted", "处理中"
    FIXED = "fixed", "已修好"
    DECLINED = "declined", "不予处理"

    @property
    def open(self) -> bool:
        return self in (FaultState.REPORTED, FaultState.ACCEPTED)

    @property
    def bucket(self) -> str:
        """The protocol knows two states."""
        return "open" if self.open else "closed"


class Wording(Labelled):
    """Whether others may read what the reporter wrote."""

    SHOWN = "shown", "公开"
    HELD = "held", "待审核"
    HIDDEN = "hidden", "不公开"


class Climb(StrEnum):
    """How far a fault has climbed because nobody acted in time."""

    NONE = "none"
    MANAGER = "manager"
    COUNTY = "county"
    CITY = "city"

    @property
    def label(self) -> str:
        return {"none": "", "manager": "单位负责人", "county": "县区督办", "city": "市级督办"}[self.value]

    @property
    def rank(self) -> int:
        return list(Climb).index(self)
