"""The departments whose facts stand in an enterprise's profile (ours; a region may name them otherwise)."""

from enum import StrEnum


class Department(StrEnum):
    """Who gives a fact, answers for it and corrects it."""

    MARKET = "market"
    TAX = "tax"
    HUMAN_RESOURCES = "human_resources"
    SCIENCE = "science"
    INDUSTRY = "industry"
    REFORM = "reform"
    FINANCE = "finance"
    COMMERCE = "commerce"
    HOUSING = "housing"
    LAND = "land"
    ECOLOGY = "ecology"
    TRANSPORT = "transport"
    WATER = "water"
    FARMING = "farming"
    CULTURE = "culture"
    HEALTH = "health"
    EMERGENCY = "emergency"
    STATISTICS = "statistics"
    INSURANCE = "insurance"
    FUND = "fund"
    CUSTOMS = "customs"
    POWER = "power"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Department.MARKET: "市场监管局",
    Department.TAX: "税务局",
    Department.HUMAN_RESOURCES: "人力资源和社会保障局",
    Department.SCIENCE: "科学技术局",
    Department.INDUSTRY: "工业和信息化局",
    Department.REFORM: "发展和改革委员会",
    Department.FINANCE: "财政局",
    Department.COMMERCE: "商务局",
    Department.HOUSING: "住房和城乡建设局",
    Department.LAND: "自然资源和规划局",
    Department.ECOLOGY: "生态环境局",
    Department.TRANSPORT: "交通运输局",
    Department.WATER: "水利局",
    Department.FARMING: "农业农村局",
    Department.CULTURE: "文化和旅游局",
    Department.HEALTH: "卫生健康委员会",
    Department.EMERGENCY: "应急管理局",
    Department.STATISTICS: "统计局",
    Department.INSURANCE: "医疗保障局",
    Department.FUND: "住房公积金管理中心",
    Department.CUSTOMS: "海关",
    Department.POWER: "供电公司",
}
