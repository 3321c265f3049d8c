"""Wire shapes of the board of policies."""

from mashangban.domains.policies.schemas import Region
from mashangban.kernel.http.schemas import Schema


class PolicyBoardQuery(Schema):
    region: Region


class PolicyCell(Schema):
    """One figure of a group."""

    key: str
    label: str
    count: int


class PolicyBoard(Schema):
    """What a region and those below it offer; the budget of what is in force in fen."""

    region: str
    name: str
    published: int
    drafted: int
    withdrawn: int
    budget: int
    departments: list[PolicyCell]
    modes: list[PolicyCell]
    below: list[PolicyCell]
