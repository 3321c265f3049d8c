"""What the documents room says of a claim's form: printed, sealed, or not."""

from typing import Any

from mashangban.domains.claims import events
from mashangban.domains.claims.repository import claims
from mashangban.domains.claims.rules import filling as rules
from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.service import telling
from mashangban.domains.claims.service.steps import write
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Role


def printed(act: Act, claim_id: str, body: dict[str, Any]) -> None:
    """The file is there. A second arrival changes nothing."""
    before = claims.get(claim_id)
    after = rules.printed(before, body["document_id"], body["sha256"])
    _keep(act, before, after, events.FORM_PRINTED, {"sha256": body["sha256"]})


def sealed(act: Act, claim_id: str, body: dict[str, Any]) -> None:
    """The seal is on it. A second arrival changes nothing."""
    before = claims.get(claim_id)
    after = rules.sealed(before, body["document_id"])
    _keep(act, before, after, events.FORM_SEALED, {"sha256": body["sha256"]})


def failed(act: Act, claim_id: str, body: dict[str, Any]) -> None:
    """It could not be printed or sealed: the enterprise sees why and may try again."""
    before = claims.get(claim_id)
    after = rules.failed(before, body["document_id"], body["reason"])
    told = body["stage"] == "sign" and after is not before
    _keep(act, before, after, events.FORM_FAILED, {"code": body["code"], "stage": body["stage"]}, tell=told)


def _keep(
    act: Act, before: Claim, after: Claim, kind: str, data: dict[str, Any], *, tell: bool = False
) -> None:
    if after is before:
        return
    told = telling.enterprise(before, "claims.form-unsealed") if tell else ()
    write(act, before, after, kind, Role.SYSTEM, data=data, told=told)
