"""How a month's pay is computed, in fen and in plain words. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from mashangban.domains.wages import errors
from mashangban.domains.wages.terms import MOST_FEN, MOST_QUANTITY_MILLI, ItemKind
from mashangban.employment.rules import Pay
from mashangban.employment.terms import PayBasis
from mashangban.kernel.money import yuan

HALF_DAY_MILLI = 500
ONE_MILLI = 1000


@dataclass(frozen=True, slots=True)
class Item:
    """Something agreed beside the work itself; `amount_fen` is above zero, its kind says which way it counts."""

    kind: ItemKind
    words: str
    amount_fen: int


@dataclass(frozen=True, slots=True)
class Content:
    """What a line pays and why: quantity (in thousandths of the contract's unit) times rate, and the agreed items.

    `attended_halves` is what attendance counts, whether or not the pay depends on it; `note` is the clerk's
    explanation where the two differ.
    """

    basis: PayBasis
    unit: str
    rate_fen: int
    quantity_milli: int
    attended_halves: int
    items: tuple[Item, ...] = ()
    note: str = ""

    @property
    def base_fen(self) -> int:
        """Pay for the work itself."""
        return base(self.rate_fen, self.quantity_milli)

    @property
    def amount_fen(self) -> int:
        """What is paid out."""
        return self.base_fen + balance(self.items)

    @property
    def halves(self) -> int:
        """Half days this line pays for: its own where pay goes by the day, else those attended."""
        if self.basis is PayBasis.DAILY:
            return self.quantity_milli // HALF_DAY_MILLI
        return self.attended_halves

    @property
    def formula(self) -> str:
        """`22天 × 360元 + 加班 200元 − 借支 500元 = 7,620元`."""
        parts = [f"{quantity_words(self)} × {yuan(self.rate_fen)}"]
        for item in self.items:
            sign = "−" if item.kind.takes else "+"
            parts.append(f"{sign} {item.kind.label} {yuan(item.amount_fen)}")
        return f"{' '.join(parts)} = {yuan(self.amount_fen)}"


def base(rate_fen: int, quantity_milli: int) -> int:
    """Rate times quantity, rounded half up to the fen."""
    return (rate_fen * quantity_milli + ONE_MILLI // 2) // ONE_MILLI


def balance(items: Iterable[Item]) -> int:
    """What the items add, less what they take."""
    return sum(-one.amount_fen if one.kind.takes else one.amount_fen for one in items)


def computed(pay: Pay, halves: int, minutes: int) -> Content:
    """The pay of a contract for what attendance counted; what is paid by the piece waits for its quantity."""
    quantity = {
        PayBasis.DAILY: halves * HALF_DAY_MILLI,
        PayBasis.HOURLY: (minutes * ONE_MILLI + 30) // 60,
        PayBasis.MONTHLY: ONE_MILLI if halves else 0,
    }.get(pay.basis, 0)
    return checked(Content(pay.basis, pay.unit, pay.amount_fen, quantity, halves))


def checked(content: Content) -> Content:
    """The same, or why it cannot be. Raises AmountNegative, AmountTooLarge, DeductionUnexplained."""
    if content.quantity_milli < 0 or any(item.amount_fen <= 0 for item in content.items):
        raise errors.AmountNegative("数量和金额都要大于零")
    amount = content.amount_fen
    largest = max([amount, content.base_fen, *(item.amount_fen for item in content.items)])
    if content.quantity_milli > MOST_QUANTITY_MILLI or largest > MOST_FEN:
        raise errors.AmountTooLarge()
    if amount < 0:
        raise errors.AmountNegative(content.formula)
    if any(item.kind is ItemKind.DEDUCTION and not item.words.strip() for item in content.items):
        raise errors.DeductionUnexplained()
    return content


def quantity_words(content: Content) -> str:
    """`22天`, `176.5小时`, `1个月`."""
    whole, rest = divmod(content.quantity_milli, ONE_MILLI)
    number = f"{whole:,}{f'.{rest:03d}'.rstrip('0') if rest else ''}"
    unit = content.unit if content.unit != "月" else "个月"
    return f"{number}{unit}"


def days_words(halves: int) -> str:
    """`22天`, `21.5天`."""
    return f"{halves // 2}{'.5' if halves % 2 else ''}天"


def plain(content: Content) -> list[str]:
    """The computation told line by line, for the eye and the ear."""
    told = [
        f"这个月干了{quantity_words(content)}，每{content.unit}{yuan(content.rate_fen)}，合计{yuan(content.base_fen)}。"
    ]
    for item in content.items:
        way = "减去" if item.kind.takes else "加上"
        why = f"（{item.words}）" if item.words else ""
        told.append(f"{way}{item.kind.label}{yuan(item.amount_fen)}{why}。")
    told.append(f"应发{yuan(content.amount_fen)}。")
    if content.basis is PayBasis.DAILY and content.halves != content.attended_halves:
        told.append(f"考勤记的是{days_words(content.attended_halves)}，和工资单不一样，请留意。")
    return told


def differences(before: Content, after: Content) -> list[str]:
    """What changed, each as before and after; empty when nothing that a worker would notice did."""
    pairs = [
        ("数量", quantity_words(before), quantity_words(after)),
        ("单价", yuan(before.rate_fen), yuan(after.rate_fen)),
        ("考勤天数", days_words(before.attended_halves), days_words(after.attended_halves)),
        ("加项扣项", items_words(before), items_words(after)),
        ("应发", yuan(before.amount_fen), yuan(after.amount_fen)),
    ]
    return [f"{label}：原来{old}，改为{new}" for label, old, new in pairs if old != new]


def items_words(content: Content) -> str:
    """`加班200元（周末）、借支500元`, or that there are none."""
    told = [f"{i.kind.label}{yuan(i.amount_fen)}{f'（{i.words}）' if i.words else ''}" for i in content.items]
    return "、".join(told) or "没有"


def dump(content: Content) -> list[Any]:
    """As JSON, short: lines are written often, and sheets have a hundred thousand of them."""
    items = [[item.kind.value, item.words, item.amount_fen] for item in content.items]
    return [
        content.basis.value,
        content.unit,
        content.rate_fen,
        content.quantity_milli,
        content.attended_halves,
        items,
        content.note,
    ]


def load(raw: list[Any]) -> Content:
    """What `dump` wrote."""
    basis, unit, rate, quantity, attended, items, note = raw
    found = tuple(Item(ItemKind(kind), words, fen) for kind, words, fen in items)
    return Content(PayBasis(basis), unit, rate, quantity, attended, found, note)
