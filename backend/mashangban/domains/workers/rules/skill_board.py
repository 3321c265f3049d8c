"""What certificates and training count on the boards of the projects where their owners work."""

from datetime import date

from mashangban.domains.workers.rules.certificate import Licence
from mashangban.domains.workers.terms.skills import Standing

PREFIXES = ("certificate.", "skill.", "training.")


def of_licence(licence: Licence) -> dict[str, int]:
    """Valid ones by class; those that ran out or were found wanting; those nobody has checked yet."""
    if licence.standing is Standing.REMOVED:
        return {}
    counted = {"skill.unchecked": 1} if licence.standing is Standing.ENTERED else {}
    # The day it runs out its state changes by the clock, so a board never asks what day it is.
    valid = licence.usable(licence.valid_until or date.max)
    return {**counted, (f"certificate.{licence.kind.code}" if valid else "skill.invalid"): 1}


def of_trained(trained: bool) -> dict[str, int]:
    """A worker in force at a project counts as trained there or not."""
    return {"training.recorded": 1} if trained else {}
