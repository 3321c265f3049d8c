"""What every item of the table shares, and how an item's form stands in items."""

from typing import Any

from pynamodb.attributes import DiscriminatorAttribute

from mashangban.domains.matters.rules.item import Ask
from mashangban.domains.matters.terms import AskKind, Delivery
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("matters")


class MattersRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


def dump_asks(all_: tuple[Ask, ...]) -> list[list[Any]]:
    """A form as JSON."""
    return [[one.key, one.label, one.kind.value, one.required, one.hint, list(one.choices)] for one in all_]


def load_asks(raw: list[list[Any]]) -> tuple[Ask, ...]:
    """A form from JSON."""
    return tuple(
        Ask(key, label, AskKind(kind), required, hint, tuple(choices))
        for key, label, kind, required, hint, choices in raw
    )


def load_deliveries(raw: list[str]) -> tuple[Delivery, ...]:
    """Ways of delivery from JSON."""
    return tuple(map(Delivery, raw))
