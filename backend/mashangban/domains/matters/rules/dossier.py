"""What a person brings: each paper in one of four ways, the lines of the form, how the result shall come. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from mashangban.domains.matters import errors
from mashangban.domains.matters.rules.item import Ask, Pinned, Wanted
from mashangban.domains.matters.terms import AskKind, Brought, Delivery, MatterNeed
from mashangban.kernel.errors import FieldError


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of a paper; the hash was taken by the files room as it came."""

    file_id: str
    sha256: str
    filename: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an official said of a paper before it was handed in: fine, or what to mend."""

    fine: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A paper as it is brought; `because` says why the person has no such case."""

    name: str
    how: Brought
    files: tuple[Attached, ...] = ()
    because: str = ""
    verdict: Verdict | None = None

    def same(self, other: "Entry") -> bool:
        """Whether it is brought as before, so that what was said of it still holds."""
        return replace(self, verdict=None) == replace(other, verdict=None)


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything of one matter that its person brings. Sealed at rest as a whole."""

    entries: tuple[Entry, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    delivery: Delivery = Delivery.PHONE
    address: str = ""

    def entry(self, name: str) -> Entry | None:
        """How a paper is brought, if it is."""
        return next((one for one in self.entries if one.name == name), None)

    @property
    def file_ids(self) -> list[str]:
        """The files of all papers."""
        return [each.file_id for one in self.entries for each in one.files]


def refilled(pinned: Pinned, before: Dossier, new: Dossier) -> Dossier:
    """A draft as it is kept now: what was said of a paper holds while the paper stays the same. Raises DossierWrong."""
    wrong = tuple(_strange(pinned, new))
    if wrong:
        raise errors.DossierWrong(errors=wrong)
    entries = tuple(_with_verdict(before.entry(one.name), one) for one in new.entries)
    return replace(new, entries=entries)


def supplied(pinned: Pinned, before: Dossier, new: Sequence[Entry]) -> Dossier:
    """The file with the papers that were asked for in place of the old ones. Raises DossierWrong."""
    fresh = {one.name: one for one in new}
    kept = tuple(one for one in before.entries if one.name not in fresh)
    return refilled(pinned, before, replace(before, entries=(*kept, *fresh.values())))


def carried(pinned: Pinned, before: Dossier) -> Dossier:
    """What of an earlier matter still fits the item as it is now; what was said of a paper is not carried over."""
    wanted = {each.name: each for each in pinned.wanted}
    known = {ask.key: ask for ask in pinned.asks}
    entries = tuple(
        replace(one, verdict=None)
        for one in before.entries
        if one.name in wanted and not _misfit(wanted[one.name], one)
    )
    values = {key: said for key, said in before.values.items() if key in known and _fits(known[key], said)}
    delivery = before.delivery if before.delivery in pinned.deliveries else pinned.deliveries[0]
    return Dossier(entries, values, delivery, before.address if delivery is Delivery.COURIER else "")


def judged(before: Dossier, said: Mapping[str, Verdict]) -> Dossier:
    """An official's word on papers. Raises DossierWrong for one that is not there."""
    unknown = [name for name in said if before.entry(name) is None]
    if unknown:
        raise errors.DossierWrong(errors=tuple(FieldError("verdicts", f"没有“{one}”") for one in unknown))
    entries = tuple(replace(one, verdict=said.get(one.name, one.verdict)) for one in before.entries)
    return replace(before, entries=entries)


def in_none_of(files: Sequence[str], others: Iterable[Dossier]) -> list[str]:
    """Those of a matter's files that none of these has: what was carried over may stand in several."""
    elsewhere = {file_id for one in others for file_id in one.file_ids}
    return [file_id for file_id in files if file_id not in elsewhere]


def require_complete(pinned: Pinned, one: Dossier) -> None:
    """Whether it may be handed in. Raises DossierIncomplete naming all that lacks."""
    lacks = tuple(gaps(pinned, one))
    if lacks:
        raise errors.DossierIncomplete(errors=lacks)


def gaps(pinned: Pinned, one: Dossier) -> Iterator[FieldError]:
    """What is still to do, paper by paper and line by line."""
    for wanted in pinned.wanted:
        brought = one.entry(wanted.name)
        if brought is None and wanted.need is not MatterNeed.LATER:
            yield FieldError(wanted.name, f"还缺“{wanted.name}”")
    for ask in pinned.asks:
        if ask.required and not one.values.get(ask.key):
            yield FieldError(ask.key, f"还没填“{ask.label}”")
    if one.delivery is Delivery.COURIER and not one.address:
        yield FieldError("address", "快递到家要写地址")


def _with_verdict(before: Entry | None, one: Entry) -> Entry:
    return replace(one, verdict=before.verdict if before is not None and before.same(one) else None)


def _strange(pinned: Pinned, one: Dossier) -> Iterator[FieldError]:
    wanted = {each.name: each for each in pinned.wanted}
    for entry in one.entries:
        if entry.name not in wanted:
            yield FieldError(entry.name, f"这件事不要“{entry.name}”")
        elif fault := _misfit(wanted[entry.name], entry):
            yield FieldError(entry.name, f"“{entry.name}”：{fault}")
    names = [entry.name for entry in one.entries]
    yield from (
        FieldError(name, f"“{name}”写了两次") for name in sorted({n for n in names if names.count(n) > 1})
    )
    known = {ask.key: ask for ask in pinned.asks}
    for key, value in one.values.items():
        if key not in known:
            yield FieldError(key, "没有这一栏")
        elif value and not _fits(known[key], value):
            yield FieldError(key, f"“{known[key].label}”要填{known[key].kind.label}")
    if one.delivery not in pinned.deliveries:
        yield FieldError("delivery", "这件事不能这样送达")


def _misfit(wanted: Wanted, one: Entry) -> str:
    """What is wrong with the way in which a paper is brought; empty where nothing is."""
    match one.how:
        case Brought.FILES:
            return "" if one.files else "还没有上传"
        case Brought.LICENCE:
            return "" if wanted.licence else "没有能代替它的电子证照"
        case Brought.NOT_MINE:
            if wanted.need is not MatterNeed.IF_ANY:
                return "这份材料必须有"
            return "" if one.because else "请写一句为什么没有"
        case Brought.LATER:
            return "" if wanted.need is MatterNeed.LATER else "这份材料不能后补"


def _fits(ask: Ask, value: str) -> bool:
    match ask.kind:
        case AskKind.NUMBER:
            return _is_number(value)
        case AskKind.DATE:
            return _is_day(value)
        case AskKind.CHOICE:
            return value in ask.choices
        case _:
            return True


def _is_number(value: str) -> bool:
    try:
        return Decimal(value).is_finite()
    except InvalidOperation:
        return False


def _is_day(value: str) -> bool:
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False
