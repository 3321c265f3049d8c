"""A kiosk: where it stands, what it may show, by which key it is known, whether it runs. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime

from mashangban.domains.appointments import errors
from mashangban.domains.appointments.terms import KIOSK_SILENT, KioskFunction, KioskPaper, KioskPresence
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Kiosk:
    """A machine of a hall. `spot` is where in the hall; `code_hash` and `key_hash` are keyed hashes: the code registers
    a browser once, the key is what that browser says it is the kiosk by.
    """

    id: str
    hall_id: str
    hall_name: str
    region: str
    name: str
    spot: str
    functions: tuple[KioskFunction, ...]
    paper: KioskPaper = KioskPaper.ROLL
    on: bool = True
    code_hash: str = ""
    code_until: datetime | None = None
    key_hash: str = ""
    registered_at: datetime | None = None
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("kiosk", self.id)

    @property
    def place(self) -> Place:
        return Place(self.region)

    @property
    def label(self) -> str:
        """What people are told that it is."""
        return f"{self.hall_name}，{self.name}"


def new_code(one: Kiosk, code_hash: str, until: datetime) -> Kiosk:
    """A code for another browser; the one that was the kiosk until now is no longer."""
    return replace(one, code_hash=code_hash, code_until=until, key_hash="", registered_at=None)


def register(one: Kiosk, key_hash: str, at: datetime) -> Kiosk:
    """A browser is the kiosk from now on. Raises KioskCodeWrong for a code that is used up or too old."""
    if not one.code_hash or one.code_until is None or at >= one.code_until:
        raise errors.KioskCodeWrong()
    return replace(one, code_hash="", code_until=None, key_hash=key_hash, registered_at=at)


def presence(one: Kiosk, seen_at: datetime | None, at: datetime) -> KioskPresence:
    """How it stands: switched off and not registered come first, then whether it was heard of late."""
    if not one.on:
        return KioskPresence.OFF
    if not one.key_hash:
        return KioskPresence.NEW
    heard = seen_at is not None and at - seen_at <= KIOSK_SILENT
    return KioskPresence.ONLINE if heard else KioskPresence.SILENT
