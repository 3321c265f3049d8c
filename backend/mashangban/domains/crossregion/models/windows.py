"""How windows and the training of their clerks are stored."""

from datetime import date
from typing import Any

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from mashangban.domains.crossregion.models.base import CrossregionRecord
from mashangban.domains.crossregion.rules.window import Clerk, Training
from mashangban.kernel.attributes import PackedAttribute


def _dump_clerks(all_: tuple[Clerk, ...]) -> list[list[Any]]:
    return [
        [one.person_id, [[each.topic, str(each.day), each.trainer] for each in one.trainings]] for one in all_
    ]


def _load_clerks(raw: list[list[Any]]) -> tuple[Clerk, ...]:
    return tuple(
        Clerk(
            person, tuple(Training(topic, date.fromisoformat(day), trainer) for topic, day, trainer in held)
        )
        for person, held in raw
    )


class WindowRecord(CrossregionRecord, discriminator="window"):
    """A zone's window. PK CROSSWINDOW#region, SK WINDOW."""

    region = UnicodeAttribute()
    name = UnicodeAttribute(null=True)
    address = UnicodeAttribute(null=True)
    phone = UnicodeAttribute(null=True)
    hours = UnicodeAttribute(null=True)
    clerks = PackedAttribute[tuple[Clerk, ...]](_dump_clerks, _load_clerks, null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()
