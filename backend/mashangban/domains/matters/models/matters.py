"""How matters, what they bring and their clocks are stored."""

from typing import Any

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute

from mashangban.deadlines.models import DeadlineRecord
from mashangban.domains.matters.models.base import MattersRecord, dump_asks, load_asks, load_deliveries
from mashangban.domains.matters.rules.dossier import Attached
from mashangban.domains.matters.rules.item import Pinned, Wanted
from mashangban.domains.matters.rules.matter import Paper
from mashangban.domains.matters.terms import Delivery, MatterNeed, MatterState, Outcome, PaperKind
from mashangban.kernel.attributes import EnumAttribute, InstantAttribute, JsonAttribute, PackedAttribute
from mashangban.kernel.counting import OnceRecord


def _dump_papers(all_: tuple[Paper, ...]) -> list[list[Any]]:
    return [[one.kind.value, one.document_id, one.ready, one.failed] for one in all_]


def _load_papers(raw: list[list[Any]]) -> tuple[Paper, ...]:
    return tuple(
        Paper(PaperKind(kind), document_id, ready, failed) for kind, document_id, ready, failed in raw
    )


def _dump_files(all_: tuple[Attached, ...]) -> list[list[str]]:
    return [[one.file_id, one.sha256, one.filename] for one in all_]


def _load_files(raw: list[list[str]]) -> tuple[Attached, ...]:
    return tuple(Attached(*one) for one in raw)


_PLAIN = tuple(
    name for name in Pinned.__dataclass_fields__ if name not in ("wanted", "asks", "deliveries", "basis")
)


def _dump_pinned(one: Pinned) -> dict[str, Any]:
    wanted = [[each.name, each.need.value, each.licence, each.note] for each in one.wanted]
    lists = {"basis": list(one.basis), "deliveries": list(one.deliveries), "asks": dump_asks(one.asks)}
    return {name: getattr(one, name) for name in _PLAIN} | lists | {"wanted": wanted}


def _load_pinned(raw: dict[str, Any]) -> Pinned:
    wanted = tuple(
        Wanted(name, MatterNeed(need), licence, note) for name, need, licence, note in raw["wanted"]
    )
    return Pinned(
        **{name: raw[name] for name in _PLAIN},
        basis=tuple(raw["basis"]),
        wanted=wanted,
        asks=load_asks(raw["asks"]),
        deliveries=load_deliveries(raw["deliveries"]),
    )


class MatterRecord(MattersRecord, discriminator="matter"):
    """A matter's head. PK MATTER#id, SK MATTER; GSI1 MATTERTODO#region#stage / due#id while something waits for the
    office.
    """

    id = UnicodeAttribute()
    number = UnicodeAttribute()
    item_id = UnicodeAttribute()
    name = UnicodeAttribute()
    region = UnicodeAttribute()
    person_id = UnicodeAttribute(null=True)
    made_at = InstantAttribute()
    state = EnumAttribute(MatterState)
    delivery = EnumAttribute(Delivery)
    check_asked = BooleanAttribute(null=True)
    checked_by = UnicodeAttribute(null=True)
    talk_id = UnicodeAttribute(null=True)
    submitted_at = InstantAttribute(null=True)
    received_at = InstantAttribute(null=True)
    asked = UnicodeAttribute(null=True)
    asked_at = InstantAttribute(null=True)
    supply_days = NumberAttribute(null=True)
    accepted_at = InstantAttribute(null=True)
    accepted_by = UnicodeAttribute(null=True)
    silent = BooleanAttribute(null=True)
    paused = UnicodeAttribute(null=True)
    extended = BooleanAttribute(null=True)
    outcome = EnumAttribute(Outcome, null=True)
    reason = UnicodeAttribute(null=True)
    decided_at = InstantAttribute(null=True)
    decided_by = UnicodeAttribute(null=True)
    waybill = UnicodeAttribute(null=True)
    delivered_at = InstantAttribute(null=True)
    late = BooleanAttribute(null=True)
    due_at = InstantAttribute(null=True)
    papers = JsonAttribute[tuple[Paper, ...]](_dump_papers, _load_papers, null=True)
    stars = NumberAttribute(null=True)
    rated_at = InstantAttribute(null=True)
    answered_at = InstantAttribute(null=True)
    answered_by = UnicodeAttribute(null=True)
    once_wrote = JsonAttribute[tuple[str, ...]](list, tuple, null=True)
    mended_at = InstantAttribute(null=True)
    mended_by = UnicodeAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class PinnedRecord(MattersRecord, discriminator="pinned"):
    """The item's edition as it was when the person began, never changed. PK MATTER#id, SK PINNED."""

    pinned = PackedAttribute[Pinned](_dump_pinned, _load_pinned)


class DossierRecord(MattersRecord, discriminator="dossier"):
    """What the person brings, sealed. PK MATTER#id, SK DOSSIER."""

    sealed = UnicodeAttribute()


class ResultsRecord(MattersRecord, discriminator="results"):
    """The files of the result, where there are any. PK MATTER#id, SK RESULTS."""

    files = JsonAttribute[tuple[Attached, ...]](_dump_files, _load_files)


class RatedWordsRecord(MattersRecord, discriminator="rated"):
    """What was written with the stars and answered, sealed. PK MATTER#id, SK RATED."""

    sealed = UnicodeAttribute()


class DraftRecord(MattersRecord, discriminator="draft"):
    """A person's last draft of an item: while it is open, no other. PK MATTERDRAFT#person.item, SK DRAFT."""

    matter_id = UnicodeAttribute()


class MineRecord(MattersRecord, discriminator="mine"):
    """A matter in its person's list. PK MATTERS-OF#person, SK made#id."""

    matter_id = UnicodeAttribute()


class DeskRecord(MattersRecord, discriminator="desk"):
    """A matter that came in, in its office's list. PK MATTERS-AT#region, SK submitted#id."""

    matter_id = UnicodeAttribute()


class ItemMonthRecord(MattersRecord, discriminator="item-month"):
    """An item's month in its office. PK MATTERMONTH#region#2026-12, SK item."""

    submitted = NumberAttribute(null=True)
    first = NumberAttribute(null=True)
    asked = NumberAttribute(null=True)
    refused = NumberAttribute(null=True)
    accepted = NumberAttribute(null=True)
    silent = NumberAttribute(null=True)
    decided = NumberAttribute(null=True)
    granted = NumberAttribute(null=True)
    on_time = NumberAttribute(null=True)
    days = NumberAttribute(null=True)
    withdrawn = NumberAttribute(null=True)
    lapsed = NumberAttribute(null=True)
    rated = NumberAttribute(null=True)
    stars = NumberAttribute(null=True)
    content = NumberAttribute(null=True)


class CountedRecord(OnceRecord, MattersRecord, discriminator="counted"):
    """What was counted already. PK COUNTED#event, SK COUNTED; expires."""


class MatterDeadlineRecord(DeadlineRecord, MattersRecord, discriminator="deadline"):
    """A clock of a matter; GSI3 DUE#shard / instant."""
