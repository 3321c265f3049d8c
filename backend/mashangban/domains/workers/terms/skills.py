"""Words of certificates, training and the work history a worker shows."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class CertificateKind(StrEnum):
    """建筑施工特种作业操作资格证 (安全条例 Art. 25), or a certificate of skill (职业技能等级证书)."""

    SPECIAL = "special"
    SKILL = "skill"


@dataclass(frozen=True, slots=True)
class CertificateClass:
    """A class of certificate; special ones carry the code of the national electronic certificate (01 to 11, 99)."""

    code: str
    name: str
    kind: CertificateKind


CLASSES = {
    one.code: one
    for one in (
        CertificateClass("01", "建筑电工", CertificateKind.SPECIAL),
        CertificateClass("02", "架子工（普通脚手架）", CertificateKind.SPECIAL),
        CertificateClass("03", "架子工（附着升降脚手架）", CertificateKind.SPECIAL),
        CertificateClass("04", "建筑起重信号司索工", CertificateKind.SPECIAL),
        CertificateClass("05", "建筑起重机械司机（塔式起重机）", CertificateKind.SPECIAL),
        CertificateClass("06", "建筑起重机械司机（施工升降机）", CertificateKind.SPECIAL),
        CertificateClass("07", "建筑起重机械司机（物料提升机）", CertificateKind.SPECIAL),
        CertificateClass("08", "建筑起重机械安装拆卸工（塔式起重机）", CertificateKind.SPECIAL),
        CertificateClass("09", "建筑起重机械安装拆卸工（施工升降机）", CertificateKind.SPECIAL),
        CertificateClass("10", "建筑起重机械安装拆卸工（物料提升机）", CertificateKind.SPECIAL),
        CertificateClass("11", "高处作业吊篮安装拆卸工", CertificateKind.SPECIAL),
        CertificateClass("99", "其他特种作业", CertificateKind.SPECIAL),
        CertificateClass("S5", "初级工（五级）", CertificateKind.SKILL),
        CertificateClass("S4", "中级工（四级）", CertificateKind.SKILL),
        CertificateClass("S3", "高级工（三级）", CertificateKind.SKILL),
        CertificateClass("S2", "技师（二级）", CertificateKind.SKILL),
        CertificateClass("S1", "高级技师（一级）", CertificateKind.SKILL),
    )
}


class CertificateState(StrEnum):
    """State of a certificate in the code table of the national electronic certificate."""

    VALID = "01"
    SUSPENDED = "02"
    REVOKED = "03"
    WITHDRAWN = "04"
    CANCELLED = "05"
    LAPSED = "06"
    OTHER = "99"

    @property
    def label(self) -> str:
        words = ("有效", "暂扣", "吊销", "撤销", "注销", "失效", "其他")
        return dict(zip(CertificateState, words, strict=True))[self]


class Standing(StrEnum):
    """How far we may rely on it: what the worker entered, what the employer has checked against the paper."""

    ENTERED = "entered"
    CHECKED = "checked"
    REFUSED = "refused"
    REMOVED = "removed"

    @property
    def label(self) -> str:
        words = ("待单位核对", "单位已核对", "核对没通过", "已删除")
        return dict(zip(Standing, words, strict=True))[self]


class TrainingLevel(StrEnum):
    """The three levels of safety education before entry (三级安全教育, 安全条例 Art. 36, 37), and special lessons."""

    COMPANY = "company"
    PROJECT = "project"
    TEAM = "team"
    SPECIAL = "special"

    @property
    def label(self) -> str:
        words = ("公司级教育", "项目级教育", "班组级教育", "专项教育")
        return dict(zip(TrainingLevel, words, strict=True))[self]


class Presence(StrEnum):
    """How somebody came onto a list: scanned the code on the spot, or was put on it and has yet to confirm."""

    SCANNED = "scanned"
    PICKED = "picked"

    @property
    def label(self) -> str:
        return {"scanned": "现场扫码", "picked": "单位登记"}[self.value]


class ShareHours(StrEnum):
    """For how long a work history may be seen by whoever holds its code."""

    HOUR = "1"
    DAY = "24"
    WEEK = "168"

    @property
    def span(self) -> timedelta:
        return timedelta(hours=int(self.value))


# Training counts for a year (安全条例 Art. 36: at least once a year), at the project it was held for (Art. 37).
TRAINING_LASTS = timedelta(days=365)
# The code of a session can be scanned until the end of the day after it.
SCAN_DAYS = 1
REMIND_DAYS = (60, 30, 7)
MOST_VIEWS = 500
