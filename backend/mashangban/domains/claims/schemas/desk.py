"""Several claims dealt with at once, on the wire."""

from typing import Annotated, Literal

from pydantic import Field

from mashangban.kernel.http import Schema

MOST = 50
Id = Annotated[str, Field(min_length=1, max_length=40)]
Together = Literal["accept", "pass", "approve"]


class TogetherForm(Schema):
    """What is done to each: take it up, say yes at the desk where it lies, approve it."""

    what: Together
    claim_ids: Annotated[list[Id], Field(min_length=1, max_length=MOST)]


class TogetherLine(Schema):
    """One claim of several: where it stands now, or why it stayed."""

    claim_id: str
    ok: bool
    state_label: str = ""
    code: str = ""
    title: str = ""


class TogetherDone(Schema):
    results: list[TogetherLine]
