"""What every item of the table shares, and how a standard stands in items."""

from typing import Any

from pynamodb.attributes import DiscriminatorAttribute

from mashangban.domains.crossregion.rules.item import Standard
from mashangban.domains.crossregion.terms import Mode
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("crossregion")


class CrossregionRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


def dump_standard(one: Standard) -> list[Any]:
    """A standard as JSON."""
    modes = [mode.value for mode in one.modes]
    return [one.name, modes, list(one.zones), list(one.papers), one.days, one.result]


def load_standard(raw: list[Any]) -> Standard:
    """A standard from JSON."""
    name, modes, zones, papers, days, result = raw
    return Standard(name, tuple(map(Mode, modes)), tuple(zones), tuple(papers), days, result)
