"""Wire shapes of signing in at a kiosk."""

from datetime import datetime
from typing import Annotated

from pydantic import StringConstraints

from mashangban.kernel.http import Schema


class ScanAsk(Schema):
    """The machine's voucher, which the room that keeps it gave out."""

    voucher: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,900}$")]


class ScanAsked(Schema):
    """What the machine shows (`link`, as a picture), and what it keeps to itself (`secret`)."""

    code: str
    secret: str
    link: str
    ends_at: datetime


class ScanView(Schema):
    """Which machine wants to be let in."""

    label: str
    ends_at: datetime


class ScanSignIn(Schema):
    """The machine asks whether somebody let it in."""

    code: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{24}$")]
    secret: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
