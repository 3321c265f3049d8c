"""Household inspection 分户验收: check lists by region, as data, each item with its source.

(K) marks what is known from practice and not yet compared with the text it stands in; a province or city puts its own
list beside these, and the longest matching region code wins. Public areas (公共部位) are not inspected home by home.
"""

from dataclasses import dataclass
from enum import StrEnum

NATIONAL_291 = "建质〔2009〕291号 住宅工程质量分户验收（K，条文待核）"
LOCAL_TOLERANCE = "地方分户验收规程：允许偏差±20毫米，极差20毫米（K，地方标准待核）"
WATER_TEST = "蓄水24小时不渗漏（K，GB 50209 条文待核）"


class InspectionKind(StrEnum):
    """Who inspects: the builder before completion acceptance, or the buyer against the same list."""

    BUILDER = "builder"
    BUYER = "buyer"

    @property
    def label(self) -> str:
        return {"builder": "分户验收", "buyer": "业主验房"}[self.value]


class InspectionState(StrEnum):
    """open -> finished -> signed. A buyer's own is signed by finishing it."""

    OPEN = "open"
    FINISHED = "finished"
    SIGNED = "signed"

    @property
    def label(self) -> str:
        return {"open": "检查中", "finished": "等各方签字", "signed": "已签字"}[self.value]


class Verdict(StrEnum):
    """What was seen at a point."""

    PASS = "pass"
    FAIL = "fail"
    NONE = "none"

    @property
    def label(self) -> str:
        return {"pass": "合格", "fail": "不合格", "none": "不适用"}[self.value]


class Capacity(StrEnum):
    """For whom a signature stands."""

    BUILDER = "builder"
    CONTRACTOR = "contractor"
    SUPERVISOR = "supervisor"
    BUYER = "buyer"

    @property
    def label(self) -> str:
        return _CAPACITIES[self]


_CAPACITIES = {
    Capacity.BUILDER: "建设单位",
    Capacity.CONTRACTOR: "施工单位",
    Capacity.SUPERVISOR: "监理单位",
    Capacity.BUYER: "业主",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list. `rooms` are words of room names it applies to; empty: every room. `whole`: once a home.

    A measured item has `points` measurements a room, in millimetres, each within `tolerance` of the design and all
    within `spread` of each other.
    """

    code: str
    label: str
    how: str
    source: str
    rooms: tuple[str, ...] = ()
    whole: bool = False
    points: int = 0
    tolerance: int = 0
    spread: int = 0

    @property
    def measured(self) -> bool:
        return self.points > 0


@dataclass(frozen=True, slots=True)
class CheckList:
    """A list of a region; `id` changes with every change, so that an old sheet is read by its own list."""

    id: str
    region: str
    name: str
    items: tuple[Item, ...]

    def item(self, code: str) -> Item:
        """One line by its code."""
        return next(one for one in self.items if one.code == code)


_WET = ("卫生间", "厕所", "浴室", "厨房", "阳台")
_OBSERVED = (
    Item("wall", "墙面", "不空鼓、不开裂、不起砂，阴阳角顺直", NATIONAL_291),
    Item("floor", "地面", "不空鼓、不开裂、不起砂，坡向正确", NATIONAL_291),
    Item("ceiling", "顶棚", "不开裂、不渗水、平顺", NATIONAL_291),
    Item("window", "门窗", "开关灵活、密封好、玻璃无破损、不渗水", NATIONAL_291),
    Item("rail", "栏杆护栏", "牢固，高度和间距合规，玻璃是安全玻璃", NATIONAL_291, ("阳台", "露台", "飘窗")),
    Item("waterproof", "防水", "蓄水24小时，楼下不渗漏", WATER_TEST, _WET),
    Item("supply", "给水", "打压不漏，龙头出水正常", NATIONAL_291, _WET),
    Item("drain", "排水", "通球、灌水不堵不漏，地漏排得快", NATIONAL_291, _WET),
    Item("power", "强电", "插座通电、相序对，漏电开关能跳", NATIONAL_291),
    Item("weak", "弱电", "网络、电视、对讲面板位置对、通", NATIONAL_291),
    Item("detail", "细部", "滴水线、管根、空调孔、收口完好", NATIONAL_291),
    Item("clean", "整洁", "垃圾清完，成品没有损坏", NATIONAL_291, whole=True),
)
_MEASURED = (
    Item("height", "室内净高", "四角和中间各量一次", LOCAL_TOLERANCE, points=5, tolerance=20, spread=20),
    Item("span", "开间、进深", "每个方向量两次", LOCAL_TOLERANCE, points=2, tolerance=20, spread=20),
    Item("opening", "门窗洞口", "宽和高各量一次", LOCAL_TOLERANCE, points=2, tolerance=20, spread=20),
)
_HEIGHT_ONLY = (
    Item("height", "室内净高", "四角和中间各量一次", NATIONAL_291, points=5, tolerance=20, spread=20),
)
LISTS = (
    CheckList("cn-2009-1", "", "住宅工程质量分户验收（全国基本项）", _OBSERVED + _HEIGHT_ONLY),
    CheckList("33-2009-1", "33", "住宅工程质量分户验收（浙江）", _OBSERVED + _MEASURED),
)


def list_for(region: str) -> CheckList:
    """The list of a county: the longest region code that it begins with."""
    return max((one for one in LISTS if region.startswith(one.region)), key=lambda one: len(one.region))


def list_by_id(identity: str) -> CheckList:
    """The list an old sheet was made by."""
    return next(one for one in LISTS if one.id == identity)
