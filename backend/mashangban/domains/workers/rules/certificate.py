"""A worker's certificate and every way it may change. Pure: the time is an argument."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from mashangban.domains.workers import errors
from mashangban.domains.workers.terms import TRADES, Trade
from mashangban.domains.workers.terms.skills import (
    CLASSES,
    CertificateClass,
    CertificateKind,
    CertificateState,
    Standing,
)
from mashangban.kernel.events import Subject

LONGEST = timedelta(days=366 * 10)
# A crane driver or fitter may hold any of three classes; the trade names the most common.
_FAMILIES = {"05": ("05", "06", "07"), "08": ("08", "09", "10")}


@dataclass(frozen=True, slots=True)
class Check:
    """Who compared it with the paper and when; `by` is masked and names the unit."""

    by: str
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class Licence:
    """One certificate of one person. `valid_until` is its last day, None for skills that do not end; `term` counts how
    often that day was set, since each has a deadline of its own. `earlier_photos` are those of before it was prolonged:
    nobody is shown them, and they go when their holder leaves."""

    id: str
    person_id: str
    name_masked: str
    kind: CertificateClass
    trade: Trade | None
    number: str
    valid_until: date | None
    photo: str
    state: CertificateState
    standing: Standing
    added_at: datetime
    check: Check | None = None
    term: int = 1
    earlier_photos: tuple[str, ...] = ()
    version: int = 0
    chain: str = ""

    @property
    def subject(self) -> Subject:
        return Subject("certificate", self.id)

    @property
    def photos(self) -> tuple[str, ...]:
        """Every photo that was ever sent of it, each once."""
        return tuple(dict.fromkeys((*self.earlier_photos, self.photo)))

    @property
    def title(self) -> str:
        """As people call it: the class, for a skill with its trade."""
        return f"{self.trade.name}{self.kind.name}" if self.trade else self.kind.name

    @property
    def number_masked(self) -> str:
        """Enough to recognise it beside the paper: the last four characters."""
        return "*" * max(0, len(self.number) - 4) + self.number[-4:]

    def usable(self, on: date) -> bool:
        """Valid on that day, and nobody found it wanting."""
        stands = self.standing in (Standing.ENTERED, Standing.CHECKED)
        lasts = self.valid_until is None or self.valid_until >= on
        return stands and lasts and self.state is CertificateState.VALID


def class_of(code: str, trade_code: str | None) -> tuple[CertificateClass, Trade | None]:
    """The class and, for a skill, its trade. Raises CertificateUntrue for what no table knows."""
    found = CLASSES.get(code)
    if found is None:
        raise errors.CertificateUntrue("没有这一类证书")
    if found.kind is CertificateKind.SPECIAL:
        return found, None
    trade = TRADES.get(trade_code or "")
    if trade is None:
        raise errors.CertificateUntrue("技能证书要选工种")
    return found, trade


def check_dates(kind: CertificateClass, valid_until: date | None, on: date) -> None:
    """A special certificate has a last day, not past and within ten years. Raises CertificateUntrue."""
    if valid_until is None:
        if kind.kind is CertificateKind.SPECIAL:
            raise errors.CertificateUntrue("特种作业证要填有效期")
        return
    if not on <= valid_until <= on + LONGEST:
        raise errors.CertificateUntrue("有效期已过，或者填得太远，请照着证再看一遍")


def renew(licence: Licence, valid_until: date | None, photo: str, on: date) -> Licence:
    """The paper was prolonged: it counts again and is checked anew. Raises CertificateGone, CertificateUntrue."""
    _require_held(licence)
    check_dates(licence.kind, valid_until, on)
    return replace(
        licence,
        valid_until=valid_until,
        term=licence.term + (valid_until != licence.valid_until),
        photo=photo,
        state=CertificateState.VALID,
        standing=Standing.ENTERED,
        check=None,
        earlier_photos=tuple(one for one in licence.photos if one != photo),
    )


def judge(licence: Licence, state: CertificateState, agrees: bool, check: Check) -> Licence:
    """The employer compared it with the paper: it agrees in this state, or it does not. Raises CertificateGone."""
    _require_held(licence)
    return replace(
        licence, state=state, standing=Standing.CHECKED if agrees else Standing.REFUSED, check=check
    )


def remove(licence: Licence) -> Licence:
    """Its owner takes it out of the list. Raises CertificateGone."""
    _require_held(licence)
    return replace(licence, standing=Standing.REMOVED)


def forget(licence: Licence) -> Licence:
    """Its holder left the platform for good: what names them or their paper is gone."""
    bare = replace(licence, name_masked="", number="", photo="", earlier_photos=(), check=None)
    return replace(bare, standing=Standing.REMOVED)


def lapse(licence: Licence) -> Licence:
    """Its last day is over."""
    return replace(licence, state=CertificateState.LAPSED)


def fitting(licences: list[Licence], trade: Trade, on: date) -> Licence | None:
    """The one that opens a trade on a day: checked ones first, then whichever lasts longest."""
    if trade.certificate is None:
        return None
    code = trade.certificate[:2]
    classes = _FAMILIES.get(code, (code,))
    found = [one for one in licences if one.kind.code in classes and one.usable(on)]
    order = [(one.standing is Standing.CHECKED, one.valid_until or date.max, one.id) for one in found]
    return found[order.index(max(order))] if found else None


def _require_held(licence: Licence) -> None:
    if licence.standing is Standing.REMOVED:
        raise errors.CertificateGone()
