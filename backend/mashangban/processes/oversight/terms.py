"""Which boards stand beside each other, and what is called by which name on them."""

from datetime import timedelta
from enum import StrEnum


class Source(StrEnum):
    """A domain whose roll-up item is read: one query each, whatever the number of projects."""

    WORKERS = "workers"
    ATTENDANCE = "attendance"
    WAGES = "wages"
    PAYMENTS = "payments"
    ARREARS = "arrears"


# Lines of a month whose worker has agreed (wages: docs/wages.md, states of a line).
CONFIRMED = (
    "confirmed",
    "approved",
    "paying",
    "paid",
    "returned",
    "received",
    "not_received",
    "wrong_amount",
)
ARRIVED = ("received",)
DISPUTED = ("objected", "not_received", "wrong_amount")

# How long the reason somebody gave opens the line it was given for.
REASON_LASTS = timedelta(hours=2)
