"""Will the money be there on the next pay day? What is known by messages, and said where it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mashangban.domains.payments.terms import MONTHLY_PAID_DAYS
from mashangban.employment.rules import Employment
from mashangban.employment.terms import PayBasis


@dataclass(frozen=True, slots=True)
class Forecast:
    """What the next pay day asks for, what is there, and where the figure comes from."""

    day: date
    need_fen: int
    balance_fen: int
    basis: str
    unpriced: int = 0

    @property
    def gap_fen(self) -> int:
        return max(0, self.need_fen - self.balance_fen)


def expected_need(
    announced_fen: int, last_month_fen: int, employed: Iterable[Employment]
) -> tuple[int, str, int]:
    """(fen, where from, how many have no known price). Announced runs first, then the month before, then contracts."""
    if announced_fen:
        return announced_fen, "已审定、还没有付的工资", 0
    if last_month_fen:
        return last_month_fen, "上一次发放的工资总额", 0
    staff = [one for one in employed if one.in_force]
    prices = [_monthly(one) for one in staff]
    known = [one for one in prices if one]
    return (
        sum(known),
        f"在场 {len(known)} 人的合同工资，按每月 {MONTHLY_PAID_DAYS} 天估算",
        len(staff) - len(known),
    )


def _monthly(one: Employment) -> int:
    if one.pay.basis is PayBasis.MONTHLY:
        return one.pay.amount_fen
    if one.pay.basis is PayBasis.DAILY:
        return one.pay.amount_fen * MONTHLY_PAID_DAYS
    if one.pay.basis is PayBasis.HOURLY:
        return one.pay.amount_fen * 8 * MONTHLY_PAID_DAYS
    return 0
