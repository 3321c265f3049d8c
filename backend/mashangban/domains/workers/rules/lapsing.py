"""Deadlines of skills: the last day of a certificate, the day a training no longer counts."""

from mashangban.deadlines.rules.deadline import Deadline, OnDay, Rung
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.terms import RungKind, Unit
from mashangban.domains.workers.rules.certificate import Licence
from mashangban.domains.workers.rules.training import Training
from mashangban.domains.workers.terms.skills import REMIND_DAYS, Standing

EXPIRY, LAPSE = "workers.certificate", "workers.training"
DUE = "due"


def expiry(licence: Licence) -> Deadline | None:
    """Runs until its last day unless it is taken out: 60, 30 and 7 days before, its owner is reminded."""
    if licence.valid_until is None or licence.standing is Standing.REMOVED:
        return None
    before = (Rung(f"remind-{days}", RungKind.BEFORE, Term(days, Unit.CALENDAR_DAY)) for days in REMIND_DAYS)
    ladder = (*before, Rung(DUE, RungKind.AT))
    kind = f"{EXPIRY}.{licence.term}"
    basis = OnDay(licence.valid_until, source="证书有效期")
    return Deadline(licence.subject, kind, f"{licence.title}到期", licence.added_at, basis, ladder)


def lapse(training: Training) -> Deadline:
    """A year after it was held a training no longer counts (安全条例 Art. 36)."""
    basis = OnDay(training.counts_until, source="安全条例 第三十六条：每年至少一次")
    ladder = (Rung(DUE, RungKind.AT),)
    return Deadline(training.subject, LAPSE, f"{training.title}满一年", training.held_at, basis, ladder)
