"""What the printed form of a claim needs (`forms.py` says how these are used)."""

from __future__ import annotations

from typing import Annotated

from annotated_types import Ge, Le, MaxLen, MinLen
from typing_extensions import TypedDict

from mashangban.documents.schemas.forms import IsoDate, Text


class ClaimFact(TypedDict):
    """A fact that the claim rests on; what only its department may see says so instead of a value."""

    name: Text
    words: Annotated[str, MinLen(1), MaxLen(500)]
    department: Text
    source: Annotated[str, MaxLen(200)]
    stated_on: IsoDate


class ClaimPaper(TypedDict):
    """A material by its name, and how many files of it were handed in."""

    name: Text
    files: Annotated[int, Ge(1), Le(30)]


class ClaimForm(TypedDict):
    """``claim-form``: 政策申报表, sealed by the enterprise before it is handed in."""

    policy_title: Annotated[str, MinLen(1), MaxLen(200)]
    edition: Annotated[int, Ge(1)]
    mode: Text
    department: Text
    enterprise_name: Text
    uscc: Text
    amount_fen: Annotated[int, Ge(1), Le(10_000_000_000_000)]
    reckoned: bool
    verdict: Text
    bank: Text
    account_tail: Annotated[str, MinLen(4), MaxLen(4)]
    facts: Annotated[list[ClaimFact], MaxLen(200)]
    papers: Annotated[list[ClaimPaper], MaxLen(30)]
    promise: Annotated[str, MaxLen(500)]
    operator_name: Text
    made_on: IsoDate
