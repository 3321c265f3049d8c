"""What the printed papers of a matter need (`forms.py` says how these are used)."""

from __future__ import annotations

from typing import Annotated, Literal

from annotated_types import Ge, MaxLen, MinLen
from typing_extensions import TypedDict

from mashangban.documents.schemas.forms import IsoDate, Text

_Line = Annotated[str, MinLen(1), MaxLen(600)]
_Short = Annotated[str, MaxLen(60)]
_Pair = Annotated[list[_Line], MinLen(2), MaxLen(2)]


class MatterPaper(TypedDict):
    """``matter-paper``: 收件凭证, 受理通知书, 一次性补正告知书, 不予受理决定书, 决定书 (行政许可法 Art. 32, 38).

    `said` is what is to be supplied, or the reason; `due` is until when the office has
    time, or in a supplement the person.
    """

    kind: Literal["receipt", "acceptance", "supplement", "refusal", "decision"]
    permit: bool
    granted: bool
    silent: bool
    department: Text
    applicant: Text
    item: Text
    edition: Annotated[int, Ge(1)]
    code: Text
    times: Annotated[list[_Pair], MaxLen(4)]
    due: _Short
    said: Annotated[list[_Line], MaxLen(40)]
    basis: Annotated[list[_Line], MaxLen(8)]
    papers: Annotated[list[_Pair], MaxLen(30)]
    phone: _Short
    complaints: _Short
    made_on: IsoDate
