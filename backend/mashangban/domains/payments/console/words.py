"""What several pages say alike: sums, tones, places."""

from mashangban.console.views import Choice, Tone
from mashangban.domains.payments.terms import (
    AccountState,
    DepositState,
    DifferenceState,
    RunState,
    TransferState,
)
from mashangban.kernel.permissions import Permission, Principal
from mashangban.registry import divisions

TONES: dict[str, Tone] = {
    AccountState.OPEN: Tone.GOOD,
    AccountState.CLOSING: Tone.WARN,
    DepositState.DUE: Tone.WARN,
    DepositState.STORED: Tone.GOOD,
    DepositState.EXPIRED: Tone.BAD,
    DifferenceState.SETTLED: Tone.GOOD,
    RunState.COLLECTING: Tone.WARN,
    RunState.MISMATCH: Tone.BAD,
    RunState.BLOCKED: Tone.BAD,
    RunState.SHORT: Tone.BAD,
    RunState.READY: Tone.ACCENT,
    RunState.SENDING: Tone.ACCENT,
    RunState.DONE: Tone.GOOD,
}
TRANSFER_TONES: dict[str, Tone] = {
    TransferState.PAID: Tone.GOOD,
    TransferState.RETURNED: Tone.BAD,
    TransferState.FAILED: Tone.BAD,
    TransferState.SENDING: Tone.ACCENT,
}


def yuan(fen: int | None) -> str:
    """A sum for a table: 12,345.60; empty for none."""
    return "" if fen is None else f"{fen / 100:,.2f}"


def counties(actor: Principal, permission: Permission) -> tuple[Choice, ...]:
    """The counties one oversees; empty for an office."""
    regions = actor.reach(permission).of("region")
    return tuple(Choice(one.code, one.name) for region in regions for one in divisions.counties(region))
