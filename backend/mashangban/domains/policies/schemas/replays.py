"""Wire shapes of a draft's replay."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from mashangban.domains.policies.terms.items import ReplayState
from mashangban.kernel.http.schemas import Schema


class ReplayForm(Schema):
    """`by` is the code of an enumeration (the size, the trade) by which the result is also split."""

    by: Annotated[str, Field(max_length=80)] = ""


class CountView(Schema):
    """Enterprises and fen: who gains, loses, keeps; who can't be decided; whose amount is not known."""

    seen: int
    gains: int
    loses: int
    keeps: int
    undecided: int
    unpriced: int
    cost_before: int
    cost_after: int


class GroupView(Schema):
    key: str
    label: str
    count: CountView


class ReplayView(Schema):
    """What a draft would change among the enterprises of its region."""

    id: str
    policy_id: str
    draft: int
    state: ReplayState
    state_label: str
    begun_at: datetime
    total: CountView
    by_county: list[GroupView]
    by_word: list[GroupView]
