"""The pages of claims for the offices that decide and supervise them."""

from mashangban.domains.claims.console import board, claim, desk, evaluations, fuses, inspections, money

blueprints = (
    board.pages,
    desk.pages,
    claim.pages,
    money.pages,
    fuses.pages,
    inspections.pages,
    evaluations.pages,
)
