"""A fault of a public area: answered, repaired, and opened again by whoever reported it. Pure."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from mashangban.domains.publicareas import errors
from mashangban.domains.publicareas.terms import REOPEN_DAYS, Climb, FaultState, Service, Wording
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place
from mashangban.registry.spots import Spot

_S = FaultState
_PROMISE_DAYS = 183


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `note` is what its handler last said, `description` what the reporter wrote."""

    id: str
    number: str
    area_id: str
    area_name: str
    region: str
    handler_id: str
    handler_name: str
    service: Service
    address: str
    reporter_id: str
    description: str
    reported_at: datetime
    updated_at: datetime
    spot: Spot
    media_url: str = ""
    photos: tuple[str, ...] = ()
    state: FaultState = _S.REPORTED
    wording: Wording = Wording.SHOWN
    climb: Climb = Climb.NONE
    note: str = ""
    promised_on: date | None = None
    round: int = 0
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("publicfault", self.id)

    @property
    def place(self) -> Place:
        return Place(self.region, frozenset({self.handler_id}))


def accept(one: Fault, promised_on: date, note: str, today: date, at: datetime) -> Fault:
    """Its handler will repair it by a day. Raises WrongStep, PromiseOutOfReach."""
    if not today <= promised_on <= today + timedelta(days=_PROMISE_DAYS):
        raise errors.PromiseOutOfReach()
    before = _in(one, _S.REPORTED, _S.ACCEPTED)
    number = before.round if before.state is _S.ACCEPTED else before.round + 1
    return _said(replace(before, promised_on=promised_on, round=number), _S.ACCEPTED, note, at)


def decline(one: Fault, reason: str, at: datetime) -> Fault:
    """Not its handler's to repair, with reasons: the county hears of it. Raises WrongStep."""
    return _said(_in(one, _S.REPORTED, _S.ACCEPTED), _S.DECLINED, reason, at)


def fix(one: Fault, note: str, at: datetime) -> Fault:
    """Its handler says that it is repaired. Raises WrongStep."""
    return _said(_in(one, _S.REPORTED, _S.ACCEPTED), _S.FIXED, note, at)


def reopen(one: Fault, at: datetime) -> Fault:
    """Not fixed, says the reporter, within thirty days of the server's clock. Raises WrongStep, ReopenTooLate."""
    before = _in(one, _S.FIXED)
    if at >= before.updated_at + timedelta(days=REOPEN_DAYS):
        raise errors.ReopenTooLate()
    again = replace(before, round=before.round + 1, promised_on=None)
    return _said(again, _S.ACCEPTED, "报修人说没有修好", at)


def order(one: Fault, reason: str, at: datetime) -> Fault:
    """A regulator orders the repair; a refusal or a silence ends with it. Raises WrongStep."""
    before = _in(one, _S.REPORTED, _S.DECLINED)
    return _said(replace(before, round=before.round + 1, promised_on=None), _S.ACCEPTED, reason, at)


def decide_wording(one: Fault, shown: bool) -> Fault:
    """Somebody read what was held, or hides what should not have been shown."""
    return replace(one, wording=Wording.SHOWN if shown else Wording.HIDDEN)


def forget(one: Fault) -> Fault:
    """The reporter left for good: the fault stays, nothing of the person does."""
    return replace(
        one, reporter_id="", description="", media_url="", photos=(), address="", wording=Wording.HIDDEN
    )


def reach(one: Fault, climb: Climb) -> Fault:
    """Nobody acted in time: one level up, never down."""
    return replace(one, climb=climb) if climb.rank > one.climb.rank else one


def _said(one: Fault, state: FaultState, note: str, at: datetime) -> Fault:
    return replace(one, state=state, note=note, climb=Climb.NONE, updated_at=at)


def _in(one: Fault, *states: FaultState) -> Fault:
    if one.state not in states:
        raise errors.WrongStep()
    return one
