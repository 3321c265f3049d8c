"""The papers of a matter: ordered with the step that they tell of, noted when their file is there."""

from mashangban.documents import events as documents
from mashangban.documents.terms import Template
from mashangban.domains.matters import events
from mashangban.domains.matters.repository import matters
from mashangban.domains.matters.repository.matters import Step
from mashangban.domains.matters.rules import matter as rules
from mashangban.domains.matters.rules import papers
from mashangban.domains.matters.rules.dossier import Dossier
from mashangban.domains.matters.rules.item import Pinned
from mashangban.domains.matters.rules.matter import Matter, Paper
from mashangban.domains.matters.service import telling
from mashangban.domains.matters.service.clocking import turned
from mashangban.domains.matters.terms import PaperKind
from mashangban.identity import service as identity
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Role

ROOM = "matters"
_COUNTY = 6


def ordered(act: Act, kind: PaperKind) -> Paper:
    """A paper that is to be printed."""
    return Paper(kind, ids.new_id(act.at))


def order(act: Act, paper: Paper, one: Matter, pinned: Pinned, dossier: Dossier, due: str) -> Message:
    """The order for its file; it bears the proven name, the platform's witness and a code to verify it by."""
    known = identity.real_name(one.person_id)
    applicant = known.name if known else "本人"
    data = papers.form(paper.kind, one, pinned, dossier, applicant, due, clock.local_date(act.at))
    return documents.order_print(
        paper.document_id,
        Template.MATTER_PAPER,
        f"{one.number}-{len(one.papers)}",
        data,
        service=ROOM,
        subject=f"matter:{one.id}",
        region=one.region.ljust(_COUNTY, "0"),
        persons=[one.person_id],
    )


def printed(act: Act, matter_id: str, document_id: str, sha256: str) -> None:
    """The file is there; one that arrives twice changes nothing. A decision for the phone is delivered by it."""
    before = matters.get(matter_id)
    known = next((one for one in before.papers if one.document_id == document_id), None)
    if known is None or known.ready:
        return
    after = rules.printed(before, document_id, act.at)
    delivers = after.state is not before.state
    kind = events.DELIVERED if delivers else events.PRINTED
    data = {"paper": known.kind.value, "document": document_id, "sha256": sha256}
    told = telling.delivered(after) if delivers else ()
    turn, after = turned(act, before, after, matters.pinned(before)) if delivers else (Step().turn, after)
    event = following(act, kind, before, Role.SYSTEM, {"region": before.region, **data}, told)
    matters.move(act, before, after, event, Step(turn=turn))


def failed(act: Act, matter_id: str, document_id: str) -> None:
    """A paper could not be made: its office sees it and delivers by hand."""
    before = matters.get(matter_id)
    known = next((one for one in before.papers if one.document_id == document_id), None)
    if known is None or known.failed or known.ready:
        return
    data = {"region": before.region, "paper": known.kind.value, "document": document_id}
    event = following(act, events.NOT_PRINTED, before, Role.SYSTEM, data)
    matters.move(act, before, rules.not_printed(before, document_id), event, Step())
