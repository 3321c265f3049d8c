"""The printed form of a claim: which file was made of which values, and how far it is."""

from dataclasses import dataclass

from mashangban.domains.claims.terms.forms import FormState


@dataclass(frozen=True, slots=True)
class Form:
    """`sha256` is that of the print, which the operator sees and the seal closes; `asked_fen` what was asked for."""

    document_id: str
    asked_fen: int
    state: FormState = FormState.MAKING
    sha256: str = ""
    reason: str = ""
