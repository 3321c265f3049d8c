"""What an item asks for, as it was when somebody began: its edition is pinned and no later one changes it. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from mashangban.domains.matters import errors
from mashangban.domains.matters.terms import AskKind, Delivery, MatterNeed
from mashangban.kernel.errors import FieldError
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper of the item; `licence` is the electronic one that may stand for it."""

    name: str
    need: MatterNeed
    licence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """A line of the item's own form. `choices` only where one is chosen."""

    key: str
    label: str
    kind: AskKind
    required: bool = True
    hint: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """What the office of a region set for one of its items: whether it is handled online, its form, the deliveries."""

    item_id: str
    name: str
    region: str
    open: bool
    asks: tuple[Ask, ...] = ()
    deliveries: tuple[Delivery, ...] = (Delivery.PHONE,)
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("matteroffer", self.item_id)

    @property
    def place(self) -> Place:
        """The office that sets it."""
        return Place(self.region)


@dataclass(frozen=True, slots=True)
class Pinned:
    """One edition of an item with its form. Days are working days; `promised_days` 0 is done on the spot."""

    item_id: str
    edition: int
    digest: str
    code: str
    name: str
    region: str
    department: str
    kind: str
    kind_label: str
    basis: tuple[str, ...]
    legal_days: int | None
    promised_days: int | None
    phone: str
    complaints: str
    result: str
    wanted: tuple[Wanted, ...]
    asks: tuple[Ask, ...] = ()
    deliveries: tuple[Delivery, ...] = (Delivery.PHONE,)


def check_offer(one: Offer) -> None:
    """Whether a form can be filled in. Raises OfferWrong naming each fault."""
    wrong = tuple(_faults(one))
    if wrong:
        raise errors.OfferWrong(errors=wrong)


def _faults(one: Offer) -> Iterator[FieldError]:
    keys = [ask.key for ask in one.asks]
    for ask in one.asks:
        if keys.count(ask.key) > 1:
            yield FieldError("asks", f"“{ask.label}”的编号和别的重复")
        if (ask.kind is AskKind.CHOICE) != (len(ask.choices) > 1):
            yield FieldError("asks", f"“{ask.label}”：选一个的要写至少两个选项，别的不写选项")
    if not one.deliveries:
        yield FieldError("deliveries", "至少选一种送达方式")
