"""Words of bulk imports; the numbers are ours."""

from enum import StrEnum


class ImportKind(StrEnum):
    """What a file holds."""

    POLICIES = "policies"
    FACTS = "facts"

    @property
    def label(self) -> str:
        return {"policies": "政策", "facts": "企业数据"}[self.value]


MOST_FACT_ROWS = 20_000
MOST_POLICY_ROWS = 500
FIRMS_A_CHUNK = 20
POLICIES_A_CHUNK = 10
FACTS_AN_ACT = 30
