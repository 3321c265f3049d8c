"""A case across regions: each act moves it one step and says who has to act next. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mashangban.domains.crossregion import errors
from mashangban.domains.crossregion.rules import custody
from mashangban.domains.crossregion.rules.custody import Handover, Held, Parcel, Sheet
from mashangban.domains.crossregion.terms import Mode
from mashangban.domains.crossregion.terms.cases import (
    MOST_PAGES,
    MOST_RESULTS,
    PERSON,
    Carrier,
    CaseState,
    Outcome,
    Verdict,
)
from mashangban.kernel.errors import FieldError
from mashangban.kernel.events import GENESIS, Subject


@dataclass(frozen=True, slots=True)
class Part:
    """What a zone that handles it together has to say: open until it agrees or objects."""

    region: str
    agrees: bool | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A matter of a person in one zone whose home zone decides. `charge` is who has to act: a region or the person.

    `way` is what was handed over and not checked yet.
    """

    id: str
    number: str
    alliance_id: str
    lead: str
    code: str
    name: str
    edition: int
    mode: Mode
    window: str
    home: str
    person_id: str
    made_at: datetime
    days: int
    pages: int
    digest: str
    custody: tuple[Held, ...]
    parts: tuple[Part, ...] = ()
    state: CaseState = CaseState.OFFERED
    charge: str = ""
    due_at: datetime | None = None
    late: str = ""
    handovers: int = 0
    way: Handover | None = None
    asked: str = ""
    outcome: Outcome | None = None
    reason: str = ""
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        """What its events are about."""
        return Subject("crosscase", self.id)

    @property
    def first_desk(self) -> str:
        """Who takes the file from the person: the window, or the home zone when all is done online."""
        return self.window or self.home

    @property
    def zones(self) -> tuple[str, ...]:
        """Every zone that has a part in it."""
        return tuple(dict.fromkeys(one for one in (self.window, self.home, *self.partners) if one))

    @property
    def partners(self) -> tuple[str, ...]:
        """The zones that handle it together with the home zone."""
        return tuple(one.region for one in self.parts)


def hand_over(
    one: Case, sender: str, receiver: str, numbers: Sequence[int], parcel: Parcel, at: datetime
) -> tuple[Case, Handover]:
    """Offer pages to the next one in the chain. Raises WrongStep, WrongReceiver, NotHeld, CarrierWrong."""
    result = one.state is CaseState.RETURNING
    if one.state not in (CaseState.HELD, CaseState.MISSING, CaseState.RETURNING) or one.charge != sender:
        raise errors.WrongStep()
    allowed = {*one.zones, *([PERSON] if result else [])} - {sender}
    if receiver not in allowed or any(
        held.number in numbers and held.result != result for held in one.custody
    ):
        raise errors.WrongReceiver()
    return _offered(one, sender, receiver, numbers, parcel, at)


def hand_in(one: Case, sender: str, numbers: Sequence[int], at: datetime) -> tuple[Case, Handover]:
    """The person's (or the window's) pages go to the desk that takes them, without a parcel."""
    receiver = one.home if one.asked else one.first_desk
    by_hand = any(held.paper for held in one.custody if held.number in numbers)
    parcel = Parcel(Carrier.BY_HAND if by_hand else Carrier.ONLINE)
    return _offered(one, sender, receiver, numbers, parcel, at)


def receive(one: Case, verdicts: Mapping[int, Verdict], note: str, at: datetime) -> tuple[Case, Handover]:
    """The receiver's word on each page. Raises WrongStep, PagesUnchecked."""
    way = one.way
    if way is None or one.state.ended:
        raise errors.WrongStep()
    held = custody.receive(one.custody, way, verdicts)
    done = replace(
        way,
        received_at=at,
        missing=custody.of_verdict(verdicts, Verdict.MISSING),
        differing=custody.of_verdict(verdicts, Verdict.DIFFERS),
        note=note,
    )
    return _settled(replace(one, custody=held, way=None), way.receiver), done


def reject(one: Case, desk: str) -> Case:
    """The desk that should take the file says why it can't, all at once. Raises WrongStep."""
    if one.state is not CaseState.OFFERED or one.charge != desk:
        raise errors.WrongStep()
    return replace(one, state=CaseState.REJECTED, charge="")


def put_right(one: Case, holder: str, number: int, fresh: str) -> Case:
    """A page that is missing or differs has a new scan; it still has to be handed over. Raises NotReplaceable."""
    if one.charge != holder:
        raise errors.NotReplaceable()
    return replace(one, custody=custody.put_right(one.custody, holder, number), digest=fresh)


def ask_more(one: Case, asked: str) -> Case:
    """The home zone names, once, everything that is still wanted (行政许可法32). Raises WrongStep, AskedBefore."""
    if one.state is not CaseState.DECIDING:
        raise errors.WrongStep()
    if one.asked:
        raise errors.AskedBefore()
    return replace(one, state=CaseState.SUPPLEMENT, charge=PERSON, asked=asked)


def add_pages(one: Case, sheets: Iterable[Sheet], holder: str, fresh: str) -> Case:
    """More pages in somebody's hands. Raises TooManyPages."""
    new = custody.listed(sheets, holder)
    whole = (*one.custody, *new)
    if len(whole) > MOST_PAGES + MOST_RESULTS:
        raise errors.TooManyPages()
    return replace(one, custody=whole, pages=len(whole), digest=fresh)


def speak(one: Case, region: str, agrees: bool, note: str) -> Case:
    """A partner zone's part. Raises WrongStep, SpokenBefore."""
    mine = next((part for part in one.parts if part.region == region), None)
    if mine is None or one.state.ended or one.outcome is not None:
        raise errors.WrongStep()
    if mine.agrees is not None:
        raise errors.SpokenBefore()
    said = replace(mine, agrees=agrees, note=note)
    return replace(one, parts=tuple(said if part is mine else part for part in one.parts))


def decide(one: Case, outcome: Outcome, reason: str) -> Case:
    """The home zone decides. Raises WrongStep, PartsOpen, ReasonMissing."""
    if one.state is not CaseState.DECIDING:
        raise errors.WrongStep()
    if any(part.agrees is None for part in one.parts):
        raise errors.PartsOpen()
    if outcome is Outcome.REFUSED and not reason:
        raise errors.ReasonMissing()
    return replace(one, state=CaseState.RETURNING, charge=one.home, outcome=outcome, reason=reason)


def send_result(one: Case, numbers: Sequence[int], at: datetime) -> tuple[Case, Handover]:
    """A result that is not on paper goes from the home zone to the person at once."""
    return _offered(one, one.home, PERSON, numbers, Parcel(Carrier.ONLINE), at)


def check_places(mode: Mode, window: str, home: str, partners: Sequence[str]) -> None:
    """Whether the places fit the way. Raises PlacesWrong naming the field."""
    if mode is Mode.ON_BEHALF and not window:
        raise _wrong("window", "代收代办要选一个收件窗口")
    if mode is Mode.ONLINE and window:
        raise _wrong("window", "全程网办不经过窗口")
    if window == home:
        raise _wrong("home", "收件地和办理地是同一个地方，请直接到当地办")
    if mode is Mode.TOGETHER and not partners:
        raise _wrong("partners", "多地联办要选联办的地区")
    if mode is not Mode.TOGETHER and partners:
        raise _wrong("partners", "只有多地联办才选联办的地区")
    if len({home, window, *partners}) < 2 + len(partners):
        raise _wrong("partners", "联办的地区不能和收件地、办理地重复")


def withdraw(one: Case) -> Case:
    """The person takes it back; papers are fetched where they are. Raises WrongStep."""
    if not one.state.undecided:
        raise errors.WrongStep()
    return replace(one, state=CaseState.WITHDRAWN, charge="")


def _wrong(field: str, message: str) -> errors.PlacesWrong:
    return errors.PlacesWrong(errors=(FieldError(field, message),))


def _offered(
    one: Case, sender: str, receiver: str, numbers: Sequence[int], parcel: Parcel, at: datetime
) -> tuple[Case, Handover]:
    held = custody.offer(one.custody, sender, numbers, parcel)
    number = one.handovers + 1
    way = Handover(number, sender, receiver, tuple(sorted(numbers)), one.digest, parcel, at)
    state = one.state if one.state in (CaseState.OFFERED, CaseState.RETURNING) else CaseState.MOVING
    after = replace(one, custody=held, state=state, charge=receiver, handovers=number, way=way)
    return after, way


def _settled(one: Case, receiver: str) -> Case:
    """Where a case stands once pages were checked."""
    blamed = next(iter(custody.named(one.custody)), "")
    if blamed:
        state = CaseState.RETURNING if one.outcome else CaseState.MISSING
        return replace(one, state=state, charge=blamed)
    if one.outcome is not None:
        done = custody.whole_at(one.custody, PERSON, result=True)
        return replace(
            one, state=CaseState.DELIVERED if done else CaseState.RETURNING, charge="" if done else receiver
        )
    if custody.whole_at(one.custody, one.home):
        return replace(one, state=CaseState.DECIDING, charge=one.home)
    return replace(one, state=CaseState.HELD, charge=receiver)
