"""Wire shapes of kiosks and their register."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from mashangban.domains.appointments.terms import (
    KioskFunction,
    KioskPaper,
    KioskPresence,
)
from mashangban.kernel.http import ListQuery, Schema
from mashangban.kernel.http.schemas import ONE_LINE

_Name = Annotated[str, Field(min_length=2, max_length=60), ONE_LINE]


class KioskForm(Schema):
    """A kiosk as its county keeps it: in which hall, where there, what it may show."""

    hall_id: str = Field(min_length=1, max_length=40)
    name: _Name
    spot: Annotated[str, Field(max_length=60), ONE_LINE] = ""
    functions: list[KioskFunction] = Field(min_length=1, max_length=len(KioskFunction))
    paper: KioskPaper = KioskPaper.ROLL


class KioskCode(Schema):
    """A kiosk and the code that registers it, said once; empty where there is no new one."""

    id: str
    code: str


class KiosksQuery(ListQuery):
    """The kiosks of a province, a city or a county; `words` of name or place."""

    region: str = Field(pattern=r"^\d{2}(\d{2}){0,2}$")
    presence: KioskPresence | None = None
    words: Annotated[str, Field(max_length=40)] = ""


class KioskRow(Schema):
    """A kiosk in the register, as it stands now."""

    id: str
    name: str
    spot: str
    hall_id: str
    hall_name: str
    region: str
    functions: list[str]
    function_labels: list[str]
    paper: str
    paper_label: str
    on: bool
    presence: str
    presence_label: str
    seen_at: datetime | None
    registered_at: datetime | None


class KioskRegistration(Schema):
    """What was typed at the machine."""

    code: Annotated[str, Field(min_length=4, max_length=20), ONE_LINE]


class KioskKey(Schema):
    """What the machine keeps and says it is the kiosk by."""

    id: str
    key: str


class KioskBeat(Schema):
    key: str = Field(pattern=r"^[0-9a-f]{48}$")


class KioskView(Schema):
    """What a kiosk may show; `voucher` lets people sign in at it. Switched off, it shows nothing."""

    name: str
    hall_id: str
    hall_name: str
    region: str
    functions: list[str]
    paper: str
    on: bool
    voucher: str
