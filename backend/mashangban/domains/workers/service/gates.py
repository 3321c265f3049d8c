"""What a newcomer brings to a project's gate: a registered certificate before a typed one, a recorded training before
one's own word."""

from datetime import date

from mashangban.domains.workers.repository import certificates, trainings
from mashangban.domains.workers.rules import certificate as licences
from mashangban.domains.workers.rules import training as schooling
from mashangban.domains.workers.rules.contract import Certificate, Trained
from mashangban.domains.workers.schemas.contracts import CertificateForm
from mashangban.domains.workers.terms import Trade


def certificate(
    person_id: str, trade: Trade, typed: CertificateForm | None, today: date
) -> Certificate | None:
    """The certificate a trade asks for; None when it asks for none or the person has none."""
    if trade.certificate is None:
        return None
    own = licences.fitting(certificates.of_person(person_id), trade, today)
    if own is not None and own.valid_until is not None:
        return Certificate(own.number, own.valid_until, own.id)
    return Certificate(typed.number, typed.valid_until) if typed else None


def training(person_id: str, project_id: str, today: date) -> Trained | None:
    """The recorded training that opens a project's gate, if there is one."""
    found = schooling.counting(trainings.of_person(person_id), project_id, today)
    return Trained(found.training_id, found.held_on) if found else None
