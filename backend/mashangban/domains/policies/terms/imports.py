"""Words of bulk imports; the numbers are ours."""

from enum import StrEnum


class ImportKind(StrEnum):
    """What a file holds."""

    POLICIES = "policies"
    FACTS = "facts"

    @property
    def label(self) -> str:
        return {"policies": "政策", "facts": "企业数据"}[self.value]


class ImportState(StrEnum):
    """refused, or staged -> applying -> applied; staged -> cancelled."""

    REFUSED = "refused"
    STAGED = "staged"
    APPLYING = "applying"
    APPLIED = "applied"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        return _STATES[self]


_STATES = {
    ImportState.REFUSED: "有问题，没有导入",
    ImportState.STAGED: "检查通过，等您确认",
    ImportState.APPLYING: "正在写入",
    ImportState.APPLIED: "已导入",
    ImportState.CANCELLED: "已取消",
}

MOST_POSTED = 4 * 1024 * 1024
MOST_FACT_ROWS = 20_000
MOST_POLICY_ROWS = 500
MOST_ERRORS = 2_000
FIRMS_A_CHUNK = 20
POLICIES_A_CHUNK = 10
FACTS_AN_ACT = 30
