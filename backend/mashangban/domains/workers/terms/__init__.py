"""Statutory words of the field, once, with their sources."""

from dataclasses import dataclass
from enum import StrEnum


class ContractState(StrEnum):
    """Where a labour contract stands; the label is what both sides read."""

    OFFERED = "offered"
    WORKER_SIGNED = "worker_signed"
    COUNTERSIGNED = "countersigned"
    SEALED = "sealed"
    FAILED = "failed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    ENDED = "ended"
    EXPIRED = "expired"

    @property
    def label(self) -> str:
        return _STATE_LABELS[self]

    @property
    def open(self) -> bool:
        """Open contracts bind or may still bind: only one at a project (house rule on 条例 Art. 28 registration)."""
        return self in _OPEN


LEFT = "已注销"  # stands where a name stood of somebody who left for good

_STATE_LABELS = {
    ContractState.OFFERED: "待您签字",
    ContractState.WORKER_SIGNED: "待单位盖章",
    ContractState.COUNTERSIGNED: "盖章中",
    ContractState.SEALED: "已生效",
    ContractState.FAILED: "没办成，正在处理",
    ContractState.REFUSED: "单位未同意",
    ContractState.WITHDRAWN: "已撤回",
    ContractState.LAPSED: "逾期未签",
    ContractState.ENDED: "已终止",
    ContractState.EXPIRED: "已到期",
}
_OPEN = frozenset(
    {
        ContractState.OFFERED,
        ContractState.WORKER_SIGNED,
        ContractState.COUNTERSIGNED,
        ContractState.SEALED,
        ContractState.FAILED,
    }
)


class PeriodKind(StrEnum):
    """ContractPeriodType of the national platform standard: 0 固定期限, 1 以完成一定工作任务为期限."""

    FIXED = "fixed"
    TASK = "task"


class AmendmentKind(StrEnum):
    """变更 (劳动合同法 Art. 35), 补充, 解除或终止 (Art. 36 and following)."""

    SUPPLEMENT = "supplement"
    CHANGE = "change"
    END = "end"

    @property
    def label(self) -> str:
        return {"supplement": "补充约定", "change": "变更合同", "end": "终止合同"}[self.value]


class AmendmentState(StrEnum):
    """A worker's wish is `requested` until the employer takes it up; `proposed` waits for the worker's hand.

    `failed`: its text could not be made or sealed; the contract stands as it was.
    """

    REQUESTED = "requested"
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    SEALED = "sealed"
    REFUSED = "refused"
    FAILED = "failed"

    @property
    def label(self) -> str:
        words = ("待单位答复", "待工人签字", "盖章中", "已生效", "未同意", "没有做成")
        return dict(zip(AmendmentState, words, strict=True))[self]


class PosterState(StrEnum):
    """Where the printed notice board of a team stands."""

    ORDERED = "ordered"
    READY = "ready"
    FAILED = "failed"

    @property
    def label(self) -> str:
        return {"ordered": "正在生成", "ready": "可以打印", "failed": "没有生成"}[self.value]


@dataclass(frozen=True, slots=True)
class Trade:
    """A trade of the national code table (建筑工人工种, 2020 set).

    `certificate` names the special-operation class it needs (建筑施工特种作业, 01 to 11); `high_risk` is work at
    height, below ground, in heat or of level IV labour, which some regions close to older workers.
    """

    code: str
    name: str
    certificate: str | None = None
    high_risk: bool = False


TRADES = {
    trade.code: trade
    for trade in (
        Trade("010", "砌筑工"),
        Trade("020", "钢筋工"),
        Trade("030", "架子工", "02 架子工（普通脚手架）", True),
        Trade("031", "附着升降脚手架安装拆卸工", "03 架子工（附着升降脚手架）", True),
        Trade("032", "高处作业吊篮操作工", "11 高处作业吊篮安装拆卸工", True),
        Trade("040", "混凝土工"),
        Trade("050", "模板工"),
        Trade("060", "机械设备安装工"),
        Trade("070", "通风工"),
        Trade("080", "安装起重工", None, True),
        Trade("090", "安装钳工"),
        Trade("100", "电气设备安装调试工"),
        Trade("110", "管道工"),
        Trade("120", "变电安装工"),
        Trade("130", "建筑电工", "01 建筑电工", True),
        Trade("131", "弱电工"),
        Trade("140", "司泵工"),
        Trade("150", "挖掘铲运和桩工机械司机"),
        Trade("160", "桩机操作工"),
        Trade("170", "起重信号工", "04 建筑起重信号司索工", True),
        Trade("180", "建筑起重机械安装拆卸工", "08 建筑起重机械安装拆卸工", True),
        Trade("190", "装饰装修工"),
        Trade("210", "门窗幕墙安装工", None, True),
        Trade("230", "防水工"),
        Trade("240", "木工"),
        Trade("250", "石工"),
        Trade("270", "电焊工"),
        Trade("300", "测量放线工"),
        Trade("380", "金属工"),
        Trade("401", "水暖工"),
        Trade("416", "起重机驾驶员", "05 建筑起重机械司机（塔式起重机）", True),
        Trade("421", "电梯安装维修工", None, True),
        Trade("431", "外墙保温工", None, True),
        Trade("437", "装配式建筑施工员"),
        Trade("440", "灌浆工"),
        Trade("501", "园林绿化工"),
        Trade("000", "其他工种"),
    )
}


@dataclass(frozen=True, slots=True)
class AgeRule:
    """One row of the age table: region prefix, sex (None both), age from/to in full years, which work, what follows."""

    region: str
    sex: str | None
    below: int | None
    from_age: int | None
    high_risk_only: bool
    blocks: bool
    words: str
    source: str


AGE_RULES = (
    AgeRule("", None, 16, None, False, True, "未满16周岁不能在工地工作", "劳动法 第十五条"),
    AgeRule(
        "",
        None,
        18,
        None,
        True,
        True,
        "未满18周岁不能从事高处、重体力等作业",
        "劳动法 第五十八条、第六十四条",
    ),
    AgeRule(
        "31", None, 18, None, False, True, "本地规定未满18周岁不得进入施工现场", "沪建质安联〔2019〕346号"
    ),
    AgeRule(
        "31", "male", None, 60, False, True, "本地规定男性满60周岁不得进入施工现场", "沪建质安联〔2019〕346号"
    ),
    AgeRule(
        "31",
        "female",
        None,
        50,
        False,
        True,
        "本地规定女性满50周岁不得进入施工现场",
        "沪建质安联〔2019〕346号",
    ),
    AgeRule(
        "31",
        "male",
        None,
        55,
        True,
        True,
        "本地规定男性满55周岁不得从事高处等作业",
        "沪建质安联〔2019〕346号",
    ),
    AgeRule(
        "31",
        "female",
        None,
        45,
        True,
        True,
        "本地规定女性满45周岁不得从事高处等作业",
        "沪建质安联〔2019〕346号",
    ),
    AgeRule(
        "12", "male", None, 61, False, True, "本地规定男性60周岁以上不得进入施工现场", "天津市 2021 年通知"
    ),
    AgeRule(
        "12", "female", None, 51, False, True, "本地规定女性50周岁以上不得进入施工现场", "天津市 2021 年通知"
    ),
    AgeRule("", "male", None, 60, False, False, "您已满60周岁，请量力而行，单位应安排适合的工作", "平台提示"),
    AgeRule(
        "", "female", None, 55, False, False, "您已满55周岁，请量力而行，单位应安排适合的工作", "平台提示"
    ),
)

CONSENT_VERSION = "sign-2026-11"
SIGNING_DAYS = 7
COUNTERSIGN_WORKING_DAYS = 3
EXPIRY_NOTICE_DAYS = 30
