"""Words of pay that contracts, attendance and wages share."""

from enum import StrEnum


class PayBasis(StrEnum):
    """PayRollRuleType of the national platform standard: 0 计时 1 计天 2 计量 3 包月 4 定额."""

    HOURLY = "hourly"
    DAILY = "daily"
    PIECE = "piece"
    MONTHLY = "monthly"
    QUOTA = "quota"

    @property
    def label(self) -> str:
        return {"hourly": "计时", "daily": "计天", "piece": "计量", "monthly": "包月", "quota": "定额"}[
            self.value
        ]
