"""What proves a worker's act: packed strokes, the exact document, consent, and both clocks."""

import json
from base64 import b64encode

from mashangban.documents.signing import handwriting
from mashangban.domains.workers.schemas import Acceptance, Signature
from mashangban.domains.workers.schemas.trainings import Hand
from mashangban.kernel import clock
from mashangban.kernel.acts import Act


def of_hand(act: Act, signature: Signature | Acceptance) -> str:
    """The evidence as JSON text, to be stored encrypted. Raises UnusableHandwriting for a dot or a scratch."""
    width, height = signature.width or 0, signature.height or 0
    written = handwriting.accept(_timed(signature.strokes or []), width, height)
    return json.dumps(
        {
            "handwriting": b64encode(handwriting.pack(written)).decode(),
            "document_sha256": signature.document_sha256,
            "consent_version": signature.consent_version,
            "read_aloud": isinstance(signature, Signature) and signature.read_aloud,
            "signed_at": clock.to_text(act.at),
            "claimed_at": clock.to_text(act.claimed_at) if act.claimed_at else None,
            "session": act.actor.session_id,
        },
        separators=(",", ":"),
    )


def of_presence(act: Act, hand: Hand, training_id: str) -> str:
    """The evidence that somebody signed a training's list. Raises UnusableHandwriting."""
    written = handwriting.accept(_timed(hand.strokes), hand.width, hand.height)
    return json.dumps(
        {
            "handwriting": b64encode(handwriting.pack(written)).decode(),
            "training": training_id,
            "signed_at": clock.to_text(act.at),
            "claimed_at": clock.to_text(act.claimed_at) if act.claimed_at else None,
            "session": act.actor.session_id,
        },
        separators=(",", ":"),
    )


def _timed(strokes: list[list[list[float]]]) -> list[list[list[float]]]:
    """Browsers without pressure send three numbers a point; full pressure is assumed."""
    return [[[*point, 1.0][:4] for point in stroke] for stroke in strokes]
