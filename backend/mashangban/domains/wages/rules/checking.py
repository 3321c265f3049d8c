"""What the platform checks of every line: contract, attendance, minimum wage, last month, whose card. Pure."""

from dataclasses import dataclass
from datetime import date

from mashangban.domains.wages.rules import months
from mashangban.domains.wages.rules.pay import Content, days_words
from mashangban.domains.wages.terms import (
    JUMP_PERCENT,
    MINIMUM_WAGES,
    MONTH_HALVES,
    FindingKind,
    ItemKind,
    MinimumWage,
)
from mashangban.employment.rules import Employment
from mashangban.employment.terms import PayBasis
from mashangban.kernel.money import yuan


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found; a blocking one keeps the line from being handed in."""

    kind: FindingKind
    blocks: bool
    words: str


@dataclass(frozen=True, slots=True)
class Known:
    """What a line is compared with. `payee` is the state of the person's card (docs/wages.md), empty for none."""

    employment: Employment
    previous_fen: int | None
    payee: str


def check(content: Content, month: str, known: Known) -> tuple[Finding, ...]:
    """Everything found of one line, what blocks first."""
    found = (
        _rate(content, known.employment),
        _attendance(content),
        _minimum(content, month, known.employment.region),
        _last_month(content, known.previous_fen),
        _payee(known.payee),
    )
    return tuple(sorted((one for one in found if one is not None), key=lambda one: not one.blocks))


def minimum_wage(region: str, day: date) -> MinimumWage | None:
    """The row that holds for a region on a day: the longest prefix, then the newest."""
    rows = [row for row in MINIMUM_WAGES if region.startswith(row.region) and row.since <= day]
    return max(rows, key=lambda row: (len(row.region), row.since), default=None)


def _rate(content: Content, employment: Employment) -> Finding | None:
    agreed = employment.pay
    if (content.rate_fen, content.basis) == (agreed.amount_fen, agreed.basis):
        return None
    words = f"单价{yuan(content.rate_fen)}和合同约定的每{agreed.unit}{yuan(agreed.amount_fen)}不一样，请先变更合同"
    return Finding(FindingKind.RATE, True, words)


def _attendance(content: Content) -> Finding | None:
    if content.basis is not PayBasis.DAILY or content.halves == content.attended_halves:
        return None
    fewer = content.halves < content.attended_halves
    words = f"计薪{days_words(content.halves)}，考勤{days_words(content.attended_halves)}"
    if fewer and not content.note:
        return Finding(FindingKind.ATTENDANCE, True, f"{words}，少算了天数，请改正或写明原因")
    return Finding(FindingKind.ATTENDANCE, False, f"{words}{f'（{content.note}）' if content.note else ''}")


def _minimum(content: Content, month: str, region: str) -> Finding | None:
    """Pay without overtime against the month's minimum in the share of days attended (最低工资规定 Art. 12)."""
    row = minimum_wage(region, months.last(month))
    if row is None or content.quantity_milli == 0:
        return None
    paid = content.amount_fen
    paid += sum(i.amount_fen for i in content.items if i.kind is ItemKind.ADVANCE)
    paid -= sum(i.amount_fen for i in content.items if i.kind is ItemKind.OVERTIME)
    share = min(content.halves, MONTH_HALVES) / MONTH_HALVES
    due = int(row.monthly_fen * share)
    if paid >= due:
        return None
    words = f"低于最低工资：按出勤折算不少于{yuan(due)}，现为{yuan(paid)}（{row.source}）"
    return Finding(FindingKind.MINIMUM, True, words)


def _last_month(content: Content, previous_fen: int | None) -> Finding | None:
    if not previous_fen:
        return None
    percent = (content.amount_fen - previous_fen) * 100 // previous_fen
    if abs(percent) < JUMP_PERCENT:
        return None
    way = "多" if percent > 0 else "少"
    return Finding(FindingKind.LAST_MONTH, False, f"比上月{yuan(previous_fen)}{way}了{abs(percent)}%")


def _payee(state: str) -> Finding | None:
    if state == "shared":
        return Finding(FindingKind.PAYEE, True, "这张银行卡登记在几个人名下，工资只能发到本人的卡")
    if state == "checking":
        return Finding(FindingKind.PAYEE, False, "银行正在核对工人登记的银行卡")
    if state == "refused":
        return Finding(FindingKind.PAYEE, False, "银行说卡号和工人的姓名对不上，发放前工人要重新登记")
    if state != "verified":
        return Finding(FindingKind.PAYEE, False, "还没有登记本人的银行卡，发放前要补上")
    return None
