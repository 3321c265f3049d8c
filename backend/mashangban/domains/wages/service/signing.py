"""What proves a worker's confirmation: packed strokes, the exact content agreed to, consent, and both clocks."""

import json
from base64 import b64encode
from dataclasses import dataclass

from mashangban.documents.signing import handwriting
from mashangban.domains.wages import errors
from mashangban.domains.wages.rules import pay
from mashangban.domains.wages.rules.line import Line
from mashangban.domains.wages.schemas import WageConfirmation
from mashangban.domains.wages.terms import CONSENT_VERSION
from mashangban.kernel import clock
from mashangban.kernel.acts import Act


@dataclass(frozen=True, slots=True)
class Helpers:
    """Who stood by when a worker signed on a foreman's phone."""

    foreman_id: str
    witness_name: str
    witness_phone: str


def of_hand(act: Act, line: Line, given: WageConfirmation, helpers: Helpers | None = None) -> str:
    """The evidence as JSON text, to be stored encrypted. Raises UnusableHandwriting, ConsentOutdated."""
    if given.consent_version != CONSENT_VERSION:
        raise errors.ConsentOutdated()
    written = handwriting.accept(_timed(given.strokes), given.width, given.height)
    proof = {
        "handwriting": b64encode(handwriting.pack(written)).decode(),
        "revision": line.revision,
        "content": pay.dump(line.content),
        "consent_version": given.consent_version,
        "read_aloud": given.read_aloud,
        "signed_at": clock.to_text(act.at),
        "claimed_at": clock.to_text(act.claimed_at) if act.claimed_at else None,
        "session": act.actor.session_id,
    }
    if helpers is not None:
        proof |= {
            "foreman": helpers.foreman_id,
            "witness_name": helpers.witness_name,
            "witness_phone": helpers.witness_phone,
        }
    return json.dumps(proof, ensure_ascii=False, separators=(",", ":"))


def _timed(strokes: list[list[list[float]]]) -> list[list[list[float]]]:
    """Browsers without pressure send three numbers a point; full pressure is assumed."""
    return [[[*point, 1.0][:4] for point in stroke] for stroke in strokes]
