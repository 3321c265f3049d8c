"""Boards of claims, and budget lines with how their money moved."""

from datetime import datetime

from mashangban.domains.claims.schemas import BudgetView
from mashangban.domains.claims.terms.boards import Movement
from mashangban.kernel.http import Schema


class ClaimCell(Schema):
    """One bar or place of a board."""

    key: str
    label: str
    value: int


class ClaimBoard(Schema):
    """How far claims came, where the money is (fen), to whom it went, how many hours each part of the way took.

    `met`: enterprises that the last look for all who meet the policy found; None where nobody looked.
    """

    name: str
    region: str
    met: int | None
    reached: list[ClaimCell]
    purses: list[ClaimCell]
    places: list[ClaimCell]
    industries: list[ClaimCell]
    sizes: list[ClaimCell]
    hours: list[ClaimCell]


class BudgetMove(Schema):
    movement: Movement
    movement_label: str
    at: datetime
    claim_id: str
    number: str
    enterprise_name: str
    amount_fen: int


class BudgetStep(Schema):
    """Opening and raising of a line."""

    at: datetime
    label: str
    by_label: str
    total_fen: int
    hash: str


class BudgetAccount(Schema):
    """A line with what was held for claims, what has been paid, who opened and raised it.

    `confirms`: whether the reader may confirm what somebody else wants it raised to.
    """

    line: BudgetView
    region: str
    held_fen: int
    paid_fen: int
    recovered_fen: int
    confirms: bool
    log: list[BudgetStep]
