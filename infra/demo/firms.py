"""The enterprises that policies look for: invented, registered by their county, with what departments know of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from demo.ground import Ground, act, officer_of
from demo.people import MALE, SURNAMES
from mashangban.identity.identifiers.organisation import body_check_character, check_character
from mashangban.kernel import clock
from mashangban.registry import divisions
from mashangban.registry import service as registry
from mashangban.registry.schemas.inputs import EnterpriseInput

COUNTIES = ("330203", "330203", "330203", "330212", "330212", "330106", "330110")
BODIES = "MA0P"  # how the bodies of their codes begin
PLACES = {"330203": "宁波", "330212": "宁波", "330106": "杭州", "330110": "杭州"}
NAMES = ("海川", "甬江", "东钱", "月湖", "望春", "明州", "天一", "鼓楼", "江厦", "段塘", "石碶", "古林")
TRADES = (
    ("C35", "智能装备"),
    ("C38", "电气"),
    ("C26", "新材料"),
    ("E47", "建筑"),
    ("F51", "贸易"),
    ("I65", "软件"),
    ("L72", "商务服务"),
    ("E50", "装饰"),
)
SIZES = ("微型", "微型", "小型", "小型", "小型", "中型", "大型")
SOURCES = {
    "tax": "企业所得税申报表",
    "hr": "社保参保名单",
    "market": "市场主体登记",
    "science": "认定名单",
    "commerce": "出口统计",
}


@dataclass(frozen=True, slots=True)
class Known:
    """A registered enterprise with its trade."""

    id: str
    uscc: str
    county: str
    trade: str


def register(ground: Ground, chance: Random, size: int) -> dict[str, list[Known]]:
    """`size` new ones by county, and those of the ground that lie in a county with policies."""
    found: dict[str, list[Known]] = {county: [] for county in PLACES}
    for one in registry.enterprises(ground.firms.values()):
        if one.county in found:
            found[one.county].append(
                Known(one.id, one.uscc, one.county, "C35" if "装备" in one.name else "E47")
            )
    for number in range(size):
        county, (code, trade) = chance.choice(COUNTIES), chance.choice(TRADES)
        name = f"{PLACES[county]}样例{chance.choice(NAMES)}{trade}{number + 1}号有限公司"
        form = EnterpriseInput(
            uscc=_code(county, number),
            name=name,
            county=county,
            legal_person=_legal_person(number),
            address=_address(county, number),
        )
        made = registry.register_enterprise(act(officer_of(county)), form)
        found[county].append(Known(made.id, form.uscc, county, code))
    return {county: firms for county, firms in found.items() if firms}


def _legal_person(number: int) -> str:
    """Each its own name: one name behind several firms of a policy trips a fuse."""
    given, surname = divmod(number, len(SURNAMES))
    return SURNAMES[surname] + MALE[given % len(MALE)]


def _address(county: str, number: int) -> str:
    return f"{divisions.full_name(county)}样例路 {number + 1} 号"


def _code(county: str, number: int) -> str:
    """Valid in form, of an organisation that does not exist."""
    body = f"{BODIES}{number:04d}"
    first = f"91{county}{body}{body_check_character(body)}"
    return first + check_character(first)


def facts(one: Known, chance: Random) -> Iterator[tuple[str, ...]]:
    """Rows of the sheet of facts; about one in ten is not known to its department."""
    today = clock.local_date(clock.now())
    stated = (today - timedelta(days=chance.randint(5, 200))).isoformat()
    for code, value in _values(one, chance).items():
        if code in _ALWAYS or chance.random() > 0.1:
            source = SOURCES.get(code.partition(".")[0], "部门业务系统")
            yield one.uscc, code, value, stated, "", source


_ALWAYS = ("market.region", "market.industry", "market.size", "hr.insured")


def _values(one: Known, chance: Random) -> dict[str, str]:
    size = chance.choice(SIZES)
    staff = chance.randint(*{"微型": (1, 9), "小型": (10, 99), "中型": (100, 299), "大型": (300, 1500)}[size])
    revenue = staff * chance.randint(30, 120)

    def truth(share: float) -> str:
        return "是" if chance.random() < share else "否"

    def day(longest: int) -> str:
        return (clock.local_date(clock.now()) - timedelta(days=chance.randint(10, longest))).isoformat()

    found = {
        "market.region": one.county,
        "market.industry": one.trade,
        "market.size": size,
        "market.founded": day(9000),
        "market.capital": f"{chance.choice((50, 100, 500, 1000, 3000))}万元",
        "credit.severe": truth(0.03),
        "tax.revenue": f"{revenue}万元",
        "tax.paid": f"{revenue * chance.randint(1, 8) // 100 + 1}万元",
        "tax.rd_spend": f"{revenue * chance.randint(0, 9) // 100}万元",
        "tax.credit_grade": chance.choice("AABBBMCD"),
        "hr.insured": str(staff),
        "hr.insured_growth": str(chance.randint(0, max(2, staff // 6))),
        "hr.laid_off_rate": f"{chance.randint(0, 120) / 10:g}%",
        "hr.unemployment_paid": f"{staff * chance.randint(400, 900)}元",
        "hr.graduates": str(chance.randint(0, 12)),
        "hr.doctors": str(chance.choice((0, 0, 0, 1, 2, 5))),
        "hr.doctor_since": day(900),
        "science.high_tech": truth(0.3),
        "science.high_tech_since": day(1500),
        "science.tech_sme": truth(0.5),
        "science.invention_patents": str(chance.choice((0, 0, 1, 2, 4))),
        "science.institute": chance.choice(("无", "无", "无", "市级", "省级")),
        "industry.specialised": chance.choice(("无", "无", "无", "专精特新", "小巨人")),
        "industry.champion": truth(0.03),
        "industry.digital": truth(0.4),
        "industry.equipment_invest": f"{chance.choice((0, 50, 150, 300, 900))}万元",
        "industry.cloud_spend": f"{chance.choice((0, 2, 6, 12))}万元",
        "statistics.above_scale": truth(0.4),
        "statistics.above_since": day(1500),
        "finance.interest_paid": f"{chance.choice((0, 3, 12, 40))}万元",
        "finance.rent_paid": f"{chance.choice((0, 4, 10, 30))}万元",
        "finance.first_loan": truth(0.2),
        "emergency.standard": chance.choice(("无", "三级", "三级", "二级")),
    }
    if one.trade.startswith("C"):
        found |= {
            "ecology.green_factory": truth(0.15),
            "customs.aeo": truth(0.1),
            "industry.first_set": truth(0.04),
        }
    if one.trade.startswith("E"):
        grade = chance.choice(("三级", "二级", "一级", "特级"))
        found |= {"housing.qualification": grade, "housing.wage_arrears": truth(0.1)}
        found["housing.prefab_area"] = str(chance.choice((0, 8000, 25000, 60000)))
    if one.trade in ("C35", "C38", "F51"):
        export = chance.choice((0, 40, 200, 900))
        found |= {"commerce.export": f"{export}万元", "commerce.online_export": f"{export * 2}万元"}
    return found
