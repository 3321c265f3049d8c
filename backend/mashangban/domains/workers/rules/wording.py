"""The contract in words: the clauses of the document and the plain sentences that are read aloud."""

from dataclasses import dataclass
from datetime import date

from mashangban.domains.workers.rules.contract import Contract, Period
from mashangban.domains.workers.terms import PeriodKind
from mashangban.employment.rules import Pay
from mashangban.employment.terms import PayBasis
from mashangban.kernel.money import yuan

HOURS = "每日工作不超过8小时，每周不超过40小时；需要加班的，由双方协商并按规定支付加班工资"
REST = "每周至少休息1日，法定节假日按国家规定执行"
PROTECTION = "单位提供符合标准的劳动防护用品和安全培训，工人有权拒绝违章指挥和冒险作业"
LIABILITY = "一方违反合同造成对方损失的，依法承担责任"
DISPUTE = "发生争议先协商；协商不成，可向当地劳动争议仲裁机构申请仲裁"


@dataclass(frozen=True, slots=True)
class Terms:
    """The necessary clauses of 劳动合同法 Art. 17 as agreed here."""

    period: Period
    workplace: str
    content: str
    hours: str
    rest: str
    pay: Pay
    insurance: tuple[str, ...]
    protection: str
    liability: str
    dispute: str


def terms_of(contract: Contract) -> Terms:
    """All clauses of a contract."""
    return Terms(
        period=contract.period,
        workplace=f"{contract.project.county_name}{contract.project.address}（{contract.project.name}）",
        content=f"{contract.trade.name}作业",
        hours=HOURS,
        rest=REST,
        pay=contract.pay,
        insurance=contract.insurance,
        protection=PROTECTION,
        liability=LIABILITY,
        dispute=DISPUTE,
    )


def day(value: date) -> str:
    """A day as people write it: 2026年11月23日."""
    return f"{value.year}年{value.month}月{value.day}日"


def period_words(period: Period) -> str:
    """How long, in words."""
    if period.kind is PeriodKind.TASK or period.end is None:
        return f"从{day(period.start)}开始，到这项活干完为止"
    return f"从{day(period.start)}到{day(period.end)}"


def pay_words(pay: Pay) -> str:
    """`计天，每天350元`: the amount for one unit, as people say it."""
    amount = yuan(pay.amount_fen)
    if pay.basis is PayBasis.MONTHLY:
        return f"包月，每月{amount}"
    return f"{pay.basis.label}，每{pay.unit}{amount}"


def training_words(contract: Contract) -> str:
    """Whether the training before entry is on record, or only the worker's own word."""
    if contract.training is None:
        return "您自己确认参加过进场安全培训，还没有培训记录。"
    return f"您在{day(contract.training.held_on)}参加过这个工地的安全培训，有记录。"


@dataclass(frozen=True, slots=True)
class PlainPart:
    heading: str
    text: str


def plain(contract: Contract) -> list[PlainPart]:
    """The contract as one would tell it to a friend, in the order it is read aloud."""
    insurance = "、".join(contract.insurance) or "按国家规定"
    parts = [
        PlainPart("跟谁签", f"您和{contract.employer.name}签合同，班组是{contract.team.name}。"),
        PlainPart("在哪干活", f"在{contract.project.name}，地址是{contract.project.address}。"),
        PlainPart("干什么活", f"您的工种是{contract.trade.name}。"),
        PlainPart("干多久", f"合同{period_words(contract.period)}。"),
        PlainPart("工资怎么算", f"工资{pay_words(contract.pay)}。"),
        PlainPart(
            "什么时候发",
            f"每月{contract.pay.pay_day}日发工资，打到您自己的银行卡；遇到节假日提前发。任何人都不能替您保管银行卡。",
        ),
        PlainPart("工作和休息", f"{HOURS}。{REST}。"),
        PlainPart("保险和防护", f"单位给您办{insurance}。{PROTECTION}。"),
        PlainPart("进场安全培训", training_words(contract)),
        PlainPart("有争议怎么办", f"{DISPUTE}。现场告示牌上有维权电话。"),
    ]
    if contract.certificate is not None:
        until = day(contract.certificate.valid_until)
        parts.insert(
            2, PlainPart("您的证书", f"特种作业证编号{contract.certificate.number}，有效期到{until}。")
        )
    return parts
