"""Who has which page: offered and confirmed page by page. What is missing stays with whoever had it last. Pure."""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mashangban.domains.crossregion.errors import CarrierWrong, NotHeld, NotReplaceable, PagesUnchecked
from mashangban.domains.crossregion.terms.cases import Carrier, PageState, Verdict
from mashangban.kernel.events import canonical


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it is listed: what it is and the SHA-256 of its scan. `paper`: the original travels too."""

    number: int
    name: str
    sha256: str
    file_id: str
    paper: bool
    result: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """A page as the chain of custody knows it: who had it last, and whether it is there."""

    number: int
    holder: str
    state: PageState = PageState.HERE
    paper: bool = False
    result: bool = False


@dataclass(frozen=True, slots=True)
class Parcel:
    """How pages travel; a courier has a name and a waybill number."""

    carrier: Carrier
    courier: str = ""
    waybill: str = ""


@dataclass(frozen=True, slots=True)
class Handover:
    """One link of the chain: sender, receiver, pages, their digest; then what the receiver found."""

    number: int
    sender: str
    receiver: str
    pages: tuple[int, ...]
    digest: str
    parcel: Parcel
    offered_at: datetime
    received_at: datetime | None = None
    missing: tuple[int, ...] = ()
    differing: tuple[int, ...] = ()
    note: str = ""

    @property
    def open(self) -> bool:
        """Whether the receiver has not spoken yet."""
        return self.received_at is None

    @property
    def whole(self) -> bool:
        """Whether every page came as it was listed."""
        return not self.open and not self.missing and not self.differing


def digest(sheets: Iterable[Sheet]) -> str:
    """SHA-256 over the canonical list of page numbers and hashes."""
    listed = [[one.number, one.sha256] for one in sorted(sheets, key=lambda one: one.number)]
    return hashlib.sha256(canonical(listed).encode()).hexdigest()


def runs(numbers: Iterable[int]) -> str:
    """Page numbers as they are stored and named in events: two hundred pages are as short as ten (`1-200`)."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ",".join(f"{first}-{last}" if first != last else str(first) for first, last in found)


def numbers_of(text: str) -> tuple[int, ...]:
    """What `runs` wrote."""
    ends = [part.split("-") for part in text.split(",") if part]
    return tuple(number for run in ends for number in range(int(run[0]), int(run[-1]) + 1))


def listed(sheets: Iterable[Sheet], holder: str) -> tuple[Held, ...]:
    """New pages in somebody's hands."""
    return tuple(Held(one.number, holder, paper=one.paper, result=one.result) for one in sheets)


def offer(custody: Sequence[Held], sender: str, numbers: Collection[int], parcel: Parcel) -> tuple[Held, ...]:
    """Pages leave their holder. Raises NotHeld naming those the sender has not, CarrierWrong."""
    going = [one for one in custody if one.number in numbers]
    strange = sorted(set(numbers) - {one.number for one in going})
    strange += [one.number for one in going if not _can_go(one, sender)]
    if strange or not going:
        raise NotHeld("、".join(f"第{number}页" for number in strange))
    _check_parcel(going, parcel)
    return tuple(replace(one, state=PageState.MOVING) if one in going else one for one in custody)


def receive(custody: Sequence[Held], way: Handover, verdicts: Mapping[int, Verdict]) -> tuple[Held, ...]:
    """The receiver's word on every page: what came is theirs, the rest stays the sender's. Raises PagesUnchecked."""
    unchecked = sorted(set(way.pages) ^ set(verdicts))
    if unchecked:
        raise PagesUnchecked("、".join(f"第{number}页" for number in unchecked))
    return tuple(_received(one, way, verdicts) for one in custody)


def put_right(custody: Sequence[Held], holder: str, number: int) -> tuple[Held, ...]:
    """A missing or differing page is replaced by whoever had it last. Raises NotReplaceable."""
    found = next((one for one in custody if one.number == number), None)
    if found is None or found.holder != holder or not found.state.wrong:
        raise NotReplaceable()
    return tuple(replace(one, state=PageState.HERE) if one is found else one for one in custody)


def named(custody: Iterable[Held]) -> dict[str, list[int]]:
    """Who had last what is missing or differs now: the zone that the chain names, with the pages."""
    found: dict[str, list[int]] = {}
    for one in custody:
        if one.state.wrong:
            found.setdefault(one.holder, []).append(one.number)
    return found


def whole_at(custody: Iterable[Held], holder: str, *, result: bool = False) -> bool:
    """Whether every page of a kind lies with one holder."""
    mine = [one for one in custody if one.result is result]
    return bool(mine) and all(one.holder == holder and one.state is PageState.HERE for one in mine)


def of_verdict(verdicts: Mapping[int, Verdict], verdict: Verdict) -> tuple[int, ...]:
    """The pages of which a receiver said this."""
    return tuple(sorted(number for number, said in verdicts.items() if said is verdict))


def _can_go(one: Held, sender: str) -> bool:
    """A page that was missing may be found; one that differs is put right first."""
    return one.holder == sender and one.state in (PageState.HERE, PageState.MISSING)


def _received(one: Held, way: Handover, verdicts: Mapping[int, Verdict]) -> Held:
    match verdicts.get(one.number):
        case None:
            return one
        case Verdict.HERE:
            return replace(one, holder=way.receiver, state=PageState.HERE)
        case Verdict.MISSING:
            return replace(one, state=PageState.MISSING)
        case Verdict.DIFFERS:
            return replace(one, state=PageState.DIFFERS)


def _check_parcel(going: Sequence[Held], parcel: Parcel) -> None:
    if parcel.carrier is Carrier.ONLINE and any(one.paper for one in going):
        raise CarrierWrong("有纸质原件，请用快递或当面交接")
    if parcel.carrier is Carrier.COURIER and not (parcel.courier and parcel.waybill):
        raise CarrierWrong("请填写快递公司和运单号")
