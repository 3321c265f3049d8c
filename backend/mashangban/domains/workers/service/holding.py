"""A contract's legal hold: while it runs and for three years after, its worker's identity must not be erased.

条例 Art. 28 (用工台账) and Art. 15 (支付台账): at least three years after completion and full payment.
"""

from datetime import datetime, timedelta

from mashangban.domains.workers.rules.contract import Contract
from mashangban.kernel import clock
from mashangban.kernel.events import Message

KEPT = timedelta(days=3 * 366)


def hold(contract: Contract, ended_at: datetime | None = None) -> Message:
    """Ask identity to keep the worker: without end while the contract is in force, for three years once it ended."""
    body = {
        "person_id": contract.worker.person_id,
        "source": f"contract:{contract.id}",
        "reason": f"劳动合同 {contract.number} 依法须保存",
        "until": clock.to_text(ended_at + KEPT) if ended_at else None,
    }
    return Message("identity", "identity.hold", body)
