"""An affair of an alliance: a seal lent, a meeting, a question to an expert, a person sent, a practice shared.

All go alike: a zone opens it, zones add parts to it (a use of the seal, a decision, an answer, a report, a review),
and it ends. Pure.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from mashangban.domains.crossregion.errors import AffairEnded, AffairWrong, NotYourPart
from mashangban.domains.crossregion.rules.alliance import Alliance
from mashangban.domains.crossregion.terms.affairs import AffairKind, AffairState
from mashangban.kernel.errors import FieldError
from mashangban.kernel.events import GENESIS, Subject


class Days(Enum):
    """Which days an affair has."""

    NONE = 0
    ONE = 1
    TERM = 2


class Writer(Enum):
    """Who adds parts."""

    HOST = "host"
    GUEST = "guest"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Manner:
    """How one kind goes: its days, how many other zones, who adds which parts, whether a part ends it."""

    days: Days
    guests: int
    writer: Writer
    part: str
    ends: bool = False
    owned: bool = False
    sourced: bool = False


MANNERS: Mapping[AffairKind, Manner] = {
    AffairKind.SEAL: Manner(Days.TERM, 0, Writer.GUEST, "用印"),
    AffairKind.MEETING: Manner(Days.ONE, 0, Writer.HOST, "决定", owned=True),
    AffairKind.ADVICE: Manner(Days.NONE, 1, Writer.GUEST, "答复", ends=True, sourced=True),
    AffairKind.EXCHANGE: Manner(Days.TERM, 1, Writer.EITHER, "小结"),
    AffairKind.PRACTICE: Manner(Days.NONE, 0, Writer.GUEST, "审核意见", ends=True),
}


@dataclass(frozen=True, slots=True)
class Affair:
    """Opened by the `host` zone with its `guests`. A seal and an exchange run from `first` to `last`.

    `person_id` is who is sent, `case_id` what a question is about.
    """

    id: str
    alliance_id: str
    kind: AffairKind
    host: str
    guests: tuple[str, ...]
    title: str
    text: str
    made_at: datetime
    first: date | None = None
    last: date | None = None
    person_id: str = ""
    case_id: str = ""
    state: AffairState = AffairState.OPEN
    parts: int = 0
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        """What its events are about."""
        return Subject("crossaffair", self.id)

    @property
    def zones(self) -> tuple[str, ...]:
        """Every zone that has a part in it."""
        return (self.host, *self.guests)

    @property
    def manner(self) -> Manner:
        """How its kind goes."""
        return MANNERS[self.kind]

    @property
    def shared(self) -> bool:
        """Whether every zone of the alliance reads it, and not only its own: an article once it was reviewed."""
        return self.kind is AffairKind.PRACTICE and self.state is AffairState.DONE


@dataclass(frozen=True, slots=True)
class Part:
    """What a zone added: a decision has an owner and a day, an answer its source."""

    number: int
    zone: str
    text: str
    at: datetime
    source: str = ""
    owner: str = ""
    due: date | None = None
    done_at: datetime | None = None


def opened(new: Affair, alliance: Alliance, today: date) -> Affair:
    """An affair that may begin. Raises AffairWrong naming the field."""
    strangers = [zone for zone in new.zones if not alliance.has(zone, today)]
    if strangers:
        raise _wrong("guests", f"{'、'.join(strangers)} 现在不是联盟成员")
    if not new.guests or new.host in new.guests:
        raise _wrong("guests", "请选别的地区")
    if new.manner.guests and len(new.guests) != new.manner.guests:
        raise _wrong("guests", "只能选一个地区")
    if new.manner.days is not Days.NONE and new.first is None:
        raise _wrong("first", "请填写日期")
    if new.manner.days is Days.TERM and (new.last is None or new.first is None or new.last < new.first):
        raise _wrong("last", "截止日期不能早于开始日期")
    return new


def add(one: Affair, part: Part, today: date) -> Affair:
    """A part is added. Raises AffairEnded, NotYourPart, AffairWrong naming the field."""
    manner = one.manner
    if one.state is not AffairState.OPEN:
        raise AffairEnded()
    if part.zone not in writers(one):
        raise NotYourPart()
    if manner.days is Days.TERM and one.first and one.last and not one.first <= today <= one.last:
        raise _wrong("text", f"只能在 {one.first} 到 {one.last} 之间登记")
    if manner.owned and (part.owner not in one.zones or part.due is None or part.due < today):
        raise _wrong("due", "决定要写明由哪个参加地区、在今天以后的哪天办好")
    if manner.sourced and not part.source:
        raise _wrong("source", "请写明依据，如 文件名称和条款")
    state = AffairState.DONE if manner.ends else one.state
    return replace(one, parts=part.number, state=state)


def writers(one: Affair) -> tuple[str, ...]:
    """The zones that add parts to it."""
    match one.manner.writer:
        case Writer.HOST:
            return (one.host,)
        case Writer.GUEST:
            return one.guests
        case Writer.EITHER:
            return one.zones


def settle(part: Part, zone: str, at: datetime) -> Part:
    """Its owner has done what was decided. Raises NotYourPart."""
    if zone != part.owner or part.done_at is not None:
        raise NotYourPart()
    return replace(part, done_at=at)


def end(one: Affair, zone: str) -> Affair:
    """Who opened it ends it: a seal is called back, a question is withdrawn. Raises AffairEnded, NotYourPart."""
    if one.state is not AffairState.OPEN:
        raise AffairEnded()
    if zone != one.host:
        raise NotYourPart()
    return replace(one, state=AffairState.DROPPED if one.manner.ends else AffairState.DONE)


def _wrong(field: str, message: str) -> AffairWrong:
    return AffairWrong(errors=(FieldError(field, message),))
