"""Whoever answers in a conversation looks at a form while it is filled in: no code is read out."""

from mashangban.domains.assistance.schemas import SharingDone, SharingOffer
from mashangban.domains.assistance.service import sharing
from mashangban.domains.helpdesk.service import talk_access
from mashangban.kernel.acts import Act
from mashangban.processes.handling.errors import NobodyAnswers


def invite(act: Act, talk_id: str, given: SharingOffer) -> SharingDone:
    """Agree that the one who answers now may look. Raises NotFound, NobodyAnswers, OldConsent, OwnForm, TooOften."""
    talk = talk_access.own(act, talk_id)
    if not talk.open or not talk.agent_id:
        raise NobodyAnswers()
    return sharing.invite(act, given, talk.agent_id, talk.desk.name)
