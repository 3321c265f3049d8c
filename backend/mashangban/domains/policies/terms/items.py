"""Words of policy items: their states, modes, awards, materials (domain-facts 8; some are ours)."""

from enum import StrEnum


class PolicyState(StrEnum):
    """draft -> published -> withdrawn. A published item keeps standing while its next edition is drafted."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return {"draft": "草稿", "published": "已发布", "withdrawn": "已撤回"}[self.value]


class Shelf(StrEnum):
    """Where an office looks for an item: what it writes on, what is in force, what was withdrawn."""

    DRAFTED = "drafted"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return {"drafted": "有草稿待发布", "published": "已发布", "withdrawn": "已撤回"}[self.value]


class Mode(StrEnum):
    """How an enterprise comes to the money."""

    AUTOMATIC = "automatic"
    AT_ONCE = "at_once"
    PROMISED = "promised"
    ORDINARY = "ordinary"

    @property
    def label(self) -> str:
        return {
            "automatic": "免申即享",
            "at_once": "即申即享",
            "promised": "承诺兑现",
            "ordinary": "申报审核",
        }[self.value]


class AwardKind(StrEnum):
    """How much there is: one amount, a share of a fact, or an amount by steps of a fact."""

    FIXED = "fixed"
    RATE = "rate"
    TIERS = "tiers"

    @property
    def label(self) -> str:
        return {"fixed": "定额", "rate": "按比例", "tiers": "分档"}[self.value]


class MaterialSource(StrEnum):
    """Where a material comes from: departments share it, the licence library has it, or the enterprise uploads it."""

    SHARED = "shared"
    LICENCE = "licence"
    UPLOAD = "upload"

    @property
    def label(self) -> str:
        return {
            "shared": "部门共享，不用交",
            "licence": "先查电子证照库，查到了不用交",
            "upload": "需要上传",
        }[self.value]


class CreditRule(StrEnum):
    """What a bad credit record means for a claim."""

    NONE = "none"
    SEVERE = "severe"
    ANY = "any"

    @property
    def label(self) -> str:
        return {"none": "不查信用", "severe": "严重失信的不能享受", "any": "有失信记录的不能享受"}[self.value]


class Topic(StrEnum):
    """The seven families of tags."""

    REGION = "区域"
    INDUSTRY = "行业"
    SIZE = "规模"
    QUALIFICATION = "资质"
    TALENT = "人才"
    RESEARCH = "研发"
    TAX = "纳税"


class WindowState(StrEnum):
    """Whether claims are taken on a day."""

    SOON = "soon"
    OPEN = "open"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return {"soon": "还没开始", "open": "正在受理", "closed": "已截止"}[self.value]


class ReplayState(StrEnum):
    """running -> finished."""

    RUNNING = "running"
    FINISHED = "finished"

    @property
    def label(self) -> str:
        return {"running": "正在计算", "finished": "算完了"}[self.value]


PUBLICITY_DAYS = 5  # working days of publicity by default (K)
LONGEST_REVIEW = 60  # working days at most: 快申快享 (V, domain-facts 8)
LONGEST_SENTENCE = 60  # characters a person reads without losing the thread (ours)
MOST_CASES = 20
MOST_UNDECIDED = 20  # policies that missing facts keep undecided, shown beside those that are met (ours)
FARTHEST_TURN = 35  # days: how far ahead one looks for a day on which an answer changes by itself (ours)
MOST_MISSED_DAYS = 7  # days a stopped clock catches up on (ours)
MOST_TURNS_A_RUN = 1_000  # enterprises looked at in one run of the clock (ours)
MOST_TAGS = 8
MOST_MATERIALS = 30

# Words of offices, and what people say instead (ours).
OFFICE_WORDS = {
    "之规定": "的规定",
    "予以": "给",
    "须经": "要经过",
    "逾期": "过了时间",
    "不予": "不",
    "兹": "现在",
    "特此": "",
    "酌情": "写明按什么条件",
    "视情": "写明按什么条件",
    "有关部门": "写明哪个部门",
    "相关材料": "写明哪些材料",
    "原则上": "写明例外是什么",
}
