"""A few declared facts for tests of conditions."""

import datetime as dt

from mashangban.domains.policies.rules.conditions.facts import Catalogue, Field, Indicator
from mashangban.domains.policies.terms import FactType
from mashangban.domains.policies.terms.departments import Department

TODAY = dt.date(2026, 11, 26)
SIZES = ("微型", "小型", "中型", "大型")
PATENTS = (
    Field("kind", "类型", FactType.ENUMERATION, options=("发明", "实用新型")),
    Field("granted", "授权日期", FactType.DATE),
    Field("value", "评估价值", FactType.MONEY),
    Field("owned", "是否自有", FactType.BOOLEAN),
)
CATALOGUE = Catalogue(
    (
        Indicator("staff.count", "职工人数", FactType.NUMBER, Department.HUMAN_RESOURCES, unit="人"),
        Indicator("staff.doctors", "博士人数", FactType.NUMBER, Department.HUMAN_RESOURCES, unit="人"),
        Indicator("tax.revenue", "上年营业收入", FactType.MONEY, Department.TAX),
        Indicator("rd.spend", "上年研发费用", FactType.MONEY, Department.TAX),
        Indicator("market.founded", "成立日期", FactType.DATE, Department.MARKET),
        Indicator("market.permit_until", "许可有效期止", FactType.DATE, Department.MARKET),
        Indicator("science.high_tech", "高新技术企业", FactType.BOOLEAN, Department.SCIENCE),
        Indicator("credit.listed", "列入严重失信名单", FactType.BOOLEAN, Department.MARKET),
        Indicator("market.size", "企业规模", FactType.ENUMERATION, Department.STATISTICS, options=SIZES),
        Indicator("market.region", "注册地区代码", FactType.TEXT, Department.MARKET),
        Indicator("market.industry", "行业代码", FactType.TEXT, Department.STATISTICS),
        Indicator("ip.patents", "专利", FactType.GROUP, Department.SCIENCE, fields=PATENTS),
    )
)
