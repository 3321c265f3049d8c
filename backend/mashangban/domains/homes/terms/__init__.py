"""Words of homes, once, with their sources; numbers marked ours are this platform's own."""

from dataclasses import dataclass
from enum import StrEnum

MOST_ROWS = 20_000
MOST_HOMES = 20_000
MOST_DOORS_A_SHEET = 400
CHUNK = 100
DOOR_CODE = "home-door"


class ImportKind(StrEnum):
    """What a builder's sheet brings."""

    ESTATE = "estate"
    CONTRACTS = "contracts"
    FACTS = "facts"

    @property
    def label(self) -> str:
        return {"estate": "房屋清单", "contracts": "购房合同", "facts": "公开资料"}[self.value]


class ImportState(StrEnum):
    """received -> staged -> applying -> applied; or refused, cancelled. Nothing counts before applying."""

    RECEIVED = "received"
    STAGED = "staged"
    REFUSED = "refused"
    APPLYING = "applying"
    APPLIED = "applied"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        return _IMPORT_STATES[self]


_IMPORT_STATES = {
    ImportState.RECEIVED: "正在检查",
    ImportState.STAGED: "检查通过，等您启用",
    ImportState.REFUSED: "有问题，没有导入",
    ImportState.APPLYING: "正在写入",
    ImportState.APPLIED: "已导入",
    ImportState.CANCELLED: "已取消",
}


class PaperState(StrEnum):
    """A printed sheet: ordered, then ready or not."""

    ORDERED = "ordered"
    READY = "ready"
    FAILED = "failed"

    @property
    def label(self) -> str:
        return {"ordered": "正在排版", "ready": "可以打印", "failed": "没有做成"}[self.value]


class ResidentRole(StrEnum):
    """In what capacity a person is bound to a home."""

    OWNER = "owner"
    TENANT = "tenant"

    @property
    def label(self) -> str:
        return {"owner": "业主", "tenant": "租客"}[self.value]


class InvitationKind(StrEnum):
    """What an owner's code offers: to live there as a tenant, or to become the owner instead."""

    TENANT = "tenant"
    TRANSFER = "transfer"

    @property
    def label(self) -> str:
        return {"tenant": "邀请租客", "transfer": "过户给新业主"}[self.value]


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `times` within each fixed window of `hours`."""

    name: str
    times: int
    hours: int


# Ours: a true buyer mistypes once or twice; whoever guesses six characters gets nowhere.
TRIES_OF_PERSON = Limit("person", 5, 1)
TRIES_AT_HOME = Limit("home", 10, 24)
TELL_OWNERS_AT = 3
TAIL = 6
MOST_RESIDENTS = 12
INVITATION_DAYS = 7
INVITATION_CODE = "home-invitation"
LEAVING_DAYS = 3
OWN_RULE = "本平台规定"


QUALITY_40 = "建设工程质量管理条例第四十条：保修期自竣工验收合格之日起计算"
QUALITY_41 = "建设工程质量管理条例第四十一条：施工单位履行保修义务，并对造成的损失承担赔偿责任"
HANDOVER_RULE = "商品住宅的保修期自交付之日起计算（本平台采用，条文待核）"
ZHEJIANG_32 = "浙江省建设工程质量管理条例第三十二条：接到书面通知后十五日内到现场，紧急情况立即到现场"
# Ours: the same kind of fault in the same home so soon after "repaired" is the same fault come again.
REPEAT_DAYS = 90
REOPEN_DAYS = 30
MOST_PHOTOS = 9


class Category(StrEnum):
    """What is wrong, in the words of whoever lives there; each has one line of the warranty table."""

    LEAK = "leak"
    STRUCTURE = "structure"
    HEATING = "heating"
    PLUMBING = "plumbing"
    ELECTRIC = "electric"
    EQUIPMENT = "equipment"
    SURFACE = "surface"
    OPENING = "opening"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _CATEGORIES[self][0]

    @property
    def item(self) -> "Item":
        """The line of the warranty table."""
        return _CATEGORIES[self][1]


class Item(StrEnum):
    """The lines of Art. 40."""

    STRUCTURE = "structure"
    WATERPROOF = "waterproof"
    HEATING = "heating"
    FITTINGS = "fittings"
    BY_CONTRACT = "by_contract"

    @property
    def label(self) -> str:
        return _ITEMS[self]


_CATEGORIES = {
    Category.LEAK: ("漏水、渗水、返潮", Item.WATERPROOF),
    Category.STRUCTURE: ("承重墙、梁、柱、楼板", Item.STRUCTURE),
    Category.HEATING: ("暖气、中央空调", Item.HEATING),
    Category.PLUMBING: ("水管、下水、马桶", Item.FITTINGS),
    Category.ELECTRIC: ("电路、插座、网线", Item.FITTINGS),
    Category.EQUIPMENT: ("电梯、门禁、其他设备", Item.FITTINGS),
    Category.SURFACE: ("墙面、地面、吊顶", Item.FITTINGS),
    Category.OPENING: ("门、窗、栏杆", Item.FITTINGS),
    Category.OTHER: ("其他", Item.BY_CONTRACT),
}
_ITEMS = {
    Item.STRUCTURE: "地基基础和主体结构",
    Item.WATERPROOF: "屋面防水，卫生间、房间和外墙面防渗漏",
    Item.HEATING: "供热与供冷系统",
    Item.FITTINGS: "电气管线、给排水管道、设备安装和装修",
    Item.BY_CONTRACT: "其他项目（按合同和质量保证书）",
}


class Cover(StrEnum):
    """What the warranty table says of a defect."""

    IN = "in"
    OUT = "out"
    BY_CONTRACT = "by_contract"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        return _COVERS[self]


_COVERS = {
    Cover.IN: "在保修期内",
    Cover.OUT: "已过保修期",
    Cover.BY_CONTRACT: "看合同和质量保证书",
    Cover.UNKNOWN: "还不知道起算日期",
}


class Severity(StrEnum):
    """How soon a defect must be repaired."""

    URGENT = "urgent"
    ORDINARY = "ordinary"
    MINOR = "minor"

    @property
    def label(self) -> str:
        return _SEVERITIES[self][0]

    @property
    def days(self) -> int:
        """Days to repair, from the acceptance (ours)."""
        return _SEVERITIES[self][1]


_SEVERITIES = {
    Severity.URGENT: ("急：正在漏水、没电或有危险", 7),
    Severity.ORDINARY: ("影响使用", 15),
    Severity.MINOR: ("小毛病，不影响使用", 30),
}


class DefectState(StrEnum):
    """Where a defect stands. Only the home's side ends it as repaired; only a regulator closes it with reasons."""

    REPORTED = "reported"
    DISPUTED = "disputed"
    ACCEPTED = "accepted"
    APPOINTED = "appointed"
    VISITED = "visited"
    REPAIRED = "repaired"
    REJECTED = "rejected"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return _DEFECT_STATES[self]

    @property
    def open(self) -> bool:
        return self not in (DefectState.CONFIRMED, DefectState.WITHDRAWN, DefectState.CLOSED)


_DEFECT_STATES = {
    DefectState.REPORTED: "等建设单位受理",
    DefectState.DISPUTED: "建设单位有异议",
    DefectState.ACCEPTED: "已受理，等约上门",
    DefectState.APPOINTED: "已约好上门",
    DefectState.VISITED: "已上门看过，等维修",
    DefectState.REPAIRED: "说修好了，等您确认",
    DefectState.REJECTED: "没修好，要重修",
    DefectState.CONFIRMED: "住户确认修好",
    DefectState.WITHDRAWN: "住户已撤回",
    DefectState.CLOSED: "监管部门已结案",
}


class Payer(StrEnum):
    """Who bore what a repair cost."""

    BUILDER = "builder"
    CONTRACTOR = "contractor"
    OTHER = "other"

    @property
    def label(self) -> str:
        return {"builder": "建设单位", "contractor": "维修单位", "other": "其他"}[self.value]


class Climb(StrEnum):
    """How far a defect has climbed because nobody acted in time."""

    NONE = "none"
    MANAGER = "manager"
    COUNTY = "county"
    CITY = "city"

    @property
    def label(self) -> str:
        return {"none": "未升级", "manager": "建设单位负责人", "county": "县区督办", "city": "市级督办"}[
            self.value
        ]

    @property
    def rank(self) -> int:
        return list(Climb).index(self)


class FactKind(StrEnum):
    """The four transparencies 四个透明."""

    MATERIAL = "material"
    PROCESS = "process"
    ACCEPTANCE = "acceptance"
    SERVICE = "service"

    @property
    def label(self) -> str:
        return {"material": "材料", "process": "工艺", "acceptance": "验收", "service": "服务"}[self.value]
