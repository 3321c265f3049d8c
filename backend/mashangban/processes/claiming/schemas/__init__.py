"""Claiming on the wire."""

from typing import Annotated

from pydantic import Field

from mashangban.domains.claims.schemas import Fen
from mashangban.kernel.http import Schema

Id = Annotated[str, Field(min_length=1, max_length=40)]


class ClaimBeginning(Schema):
    policy_id: Id
    enterprise_id: Id


class BudgetForm(Schema):
    """What a policy may cost in all; it is opened once and may only be raised, by two people."""

    total_fen: Fen
