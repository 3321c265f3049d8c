"""Code maps: what our words are called on each platform. Data only; who reads them is rules/mapping.

Every word has a code, or says why it has none. `verified` is False for what was not checked against the platform's
official text (K): the console flags it, and it is replaced by a map with a later `effective_from`, never overwritten.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mashangban.domains.reporting.terms.fields import NATIONAL_FIELDS, SAMPLE_FIELDS, Fields
from mashangban.domains.reporting.terms.trades import TRADES

STANDARD = "全国建筑工人管理服务信息平台数据标准"
SICHUAN = "四川省平台客户端源码；山东尚无公开对照表，先用作样例"
HOUSE = "本平台约定，待与对接平台确认"


class Word(StrEnum):
    """What has a code."""

    TRADE = "trade"
    PAY_BASIS = "pay_basis"
    PERIOD = "period"
    DIRECTION = "direction"
    WITNESS = "witness"
    DATA_RESOURCE = "data_resource"
    UNIT = "unit"
    TABLE_STATUS = "table_status"
    PAY_STATUS = "pay_status"

    @property
    def label(self) -> str:
        return _WORDS[self]


_WORDS = {
    Word.TRADE: "工种",
    Word.PAY_BASIS: "计酬方式",
    Word.PERIOD: "合同期限类型",
    Word.DIRECTION: "进退场",
    Word.WITNESS: "考勤方式",
    Word.DATA_RESOURCE: "数据来源",
    Word.UNIT: "计量单位",
    Word.TABLE_STATUS: "工资单状态",
    Word.PAY_STATUS: "发放状态",
}


@dataclass(frozen=True, slots=True)
class Code:
    value: str
    label: str
    source: str = STANDARD
    verified: bool = True


@dataclass(frozen=True, slots=True)
class NoCode:
    """Nothing to report under: `for_now` until the matter goes on by itself, otherwise a person decides."""

    label: str
    reason: str
    for_now: bool = False


Codes = Mapping[Word, Mapping[str, Code | NoCode]]


@dataclass(frozen=True, slots=True)
class CodeMap:
    """What one platform calls things from a day on."""

    platform: str
    effective_from: date
    source: str
    verified: bool
    codes: Codes
    fields: Fields


def _units(source: str, *, verified: bool) -> dict[str, Code | NoCode]:
    known = (("米", "80", "米"), ("m", "80", "米"), ("㎡", "81", "平方米"), ("平方米", "81", "平方米"),
             ("平米", "81", "平方米"), ("m²", "81", "平方米"), ("m³", "82", "立方米"), ("立方米", "82", "立方米"),
             ("方", "82", "立方米"))  # fmt: skip
    return {word: Code(value, label, source, verified) for word, value, label in known}


_BASES = {"hourly": ("0", "计时"), "daily": ("1", "计天"), "piece": ("2", "计量"), "monthly": ("3", "包月"),
          "quota": ("4", "定额")}  # fmt: skip
_RESOURCES = {"gate": ("0", "设备"), "scan": ("0", "设备"), "roll": ("1", "手动")}
_NOT_SEEN = NoCode("待工人确认", "工人还没有确认这一行，确认后再报", for_now=True)
_OBJECTED = NoCode("工人有异议", "工人提出了异议，核对清楚后再报", for_now=True)
_DRAFTS: dict[str, Code | NoCode] = {"shown": _NOT_SEEN, "objected": _OBJECTED}
_TABLE = {"confirmed": ("2", "分包审核"), "approved": ("3", "总包复核"), "paying": ("3", "总包复核"),
          "paid": ("50", "已发放"), "returned": ("50", "已发放"), "received": ("50", "已发放"),
          "not_received": ("50", "已发放"), "wrong_amount": ("50", "已发放")}  # fmt: skip
_PAY = {"confirmed": ("0", "未发"), "approved": ("0", "未发"), "paying": ("0", "未发"), "repaying": ("40", "重发"),
        "paid": ("20", "已发"), "received": ("20", "已发"), "wrong_amount": ("20", "已发"),
        "returned": ("30", "失败"), "not_received": ("30", "失败")}  # fmt: skip


def _coded(
    words: Mapping[str, tuple[str, str]], source: str = STANDARD, *, verified: bool = True
) -> dict[str, Code | NoCode]:
    return {word: Code(value, label, source, verified) for word, (value, label) in words.items()}


_NATIONAL: Codes = {
    Word.TRADE: _coded({code: (code, name) for code, name in TRADES.items()}, "2020 版工种代码"),
    Word.PAY_BASIS: _coded(_BASES),
    Word.PERIOD: _coded({"fixed": ("0", "固定期限"), "task": ("1", "以完成一定工作为期限")}),
    Word.DIRECTION: _coded({"enter": ("0", "进场"), "exit": ("1", "退场")}),
    # The standard names who recorded a day, not by which means.
    Word.WITNESS: {
        one: NoCode(label, "全国标准没有考勤方式字段", for_now=True)
        for one, label in (("gate", "闸机"), ("scan", "本人扫码"), ("roll", "班组点名"))
    },
    Word.DATA_RESOURCE: _coded(_RESOURCES),
    Word.UNIT: _units(STANDARD, verified=True),
    Word.TABLE_STATUS: {**_DRAFTS, **_coded(_TABLE), "repaying": Code("3", "总包复核")},
    Word.PAY_STATUS: {**_DRAFTS, **_coded(_PAY)},
}

_SAMPLE: Codes = {
    Word.TRADE: {
        **_coded({code: (code, name) for code, name in TRADES.items()}, "2020 版工种代码", verified=False),
        "000": NoCode("其他", "该平台不收“其他”工种，请选一个最接近的工种"),
    },
    Word.PAY_BASIS: {
        **_coded(_BASES, SICHUAN, verified=False),
        "quota": NoCode("定额", "该平台没有“定额”计酬，请选一个最接近的方式"),
    },
    Word.PERIOD: _coded(
        {"fixed": ("1", "固定期限"), "task": ("2", "以完成一定工作为期限")}, SICHUAN, verified=False
    ),
    Word.DIRECTION: _coded({"enter": ("1", "进场"), "exit": ("2", "出场")}, SICHUAN, verified=False),
    # 1 身份证 2 人脸 3 指纹 4 虹膜: which of them a gate used is not told to us.
    Word.WITNESS: _coded(
        {"gate": ("99", "其他"), "scan": ("5", "移动"), "roll": ("99", "其他")}, SICHUAN, verified=False
    ),
    Word.DATA_RESOURCE: _coded(_RESOURCES, HOUSE, verified=False),
    Word.UNIT: _units(HOUSE, verified=False),
    Word.TABLE_STATUS: {
        **_DRAFTS,
        **_coded(_TABLE, HOUSE, verified=False),
        "repaying": Code("3", "总包复核", HOUSE, verified=False),
    },
    Word.PAY_STATUS: {**_DRAFTS, **_coded(_PAY, HOUSE, verified=False)},
}

_SINCE = date(2020, 5, 1)  # 保障农民工工资支付条例
MAPS = (
    CodeMap("00", _SINCE, STANDARD, True, _NATIONAL, NATIONAL_FIELDS),
    CodeMap(
        "33", _SINCE, f"{STANDARD}；浙江按全国代码报送，待与省平台确认", False, _NATIONAL, NATIONAL_FIELDS
    ),
    CodeMap("37", _SINCE, SICHUAN, False, _SAMPLE, SAMPLE_FIELDS),
)
