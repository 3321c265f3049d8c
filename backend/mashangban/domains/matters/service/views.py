"""From what is known of a matter to what its person and its office see: the same steps, the same clocks."""

from mashangban.deadlines import service as deadlines
from mashangban.domains.matters import events
from mashangban.domains.matters.models import TABLE
from mashangban.domains.matters.repository import dossiers, matters, rated
from mashangban.domains.matters.rules import dossier as dossier_rules
from mashangban.domains.matters.rules.clocks import term_of
from mashangban.domains.matters.rules.dossier import Attached, Dossier, Entry
from mashangban.domains.matters.rules.item import Pinned, Wanted
from mashangban.domains.matters.rules.matter import Matter
from mashangban.domains.matters.schemas.matters import (
    MatterEntryView,
    MatterPaperView,
    MatterRow,
    MatterStep,
    MatterValueView,
    MatterView,
)
from mashangban.domains.matters.schemas.ratings import MatterRatingView
from mashangban.domains.matters.service import clocking, offering
from mashangban.domains.matters.terms import AskKind, Brought, MatterNeed, MatterState
from mashangban.files import service as files
from mashangban.files.schemas import LinkView
from mashangban.identity import service as identity
from mashangban.identity.identifiers.masking import mask_citizen_id
from mashangban.kernel import history
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event
from mashangban.kernel.permissions import Role
from mashangban.registry import divisions

_WAYS = {
    MatterNeed.REQUIRED: (Brought.FILES,),
    MatterNeed.LATER: (Brought.FILES, Brought.LATER),
    MatterNeed.IF_ANY: (Brought.FILES, Brought.NOT_MINE),
}


def row(one: Matter) -> MatterRow:
    """A matter in a list."""
    return MatterRow(
        id=one.id,
        number=one.number,
        item_id=one.item_id,
        name=one.name,
        region_name=divisions.full_name(one.region),
        state=one.state.value,
        state_label=one.state.label,
        stage=one.stage.value if one.stage else "",
        due_at=one.due_at,
        late=one.late,
        made_at=one.made_at,
    )


def show(act: Act, one: Matter, actions: list[str], *, office: bool) -> MatterView:
    """A matter for its person or its office; a draft that is looked at first hides what is private."""
    item, dossier = matters.pinned(one), dossiers.get(one.subject)
    hides = office and one.state is MatterState.DRAFT
    results = dossiers.results(one.subject)
    links = _links(dossier, results)
    return MatterView(
        row=row(one),
        applicant=_applicant(one, office and not hides),
        department=item.department,
        phone=item.phone,
        edition=item.edition,
        days=term_of(item).amount,
        result=item.result,
        asks=[offering.ask(each) for each in item.asks],
        entries=[_entry(each, dossier.entry(each.name), links) for each in item.wanted],
        values=_values(item, dossier, hides=hides),
        gaps=[gap.message for gap in dossier_rules.gaps(item, dossier)]
        if one.state is MatterState.DRAFT
        else [],
        deliveries=list(item.deliveries),
        delivery=one.delivery,
        delivery_label=one.delivery.label,
        address="" if hides else dossier.address,
        waybill=one.waybill,
        check_asked=one.check_asked,
        checked=bool(one.checked_by),
        asked=one.asked,
        silent=one.silent,
        paused=one.paused,
        outcome_label=one.outcome.label if one.outcome else "",
        reason=one.reason,
        results=[links[each.file_id] for each in results if each.file_id in links],
        papers=_papers(one),
        clocks=[deadlines.explain(each, act.at) for each in clocking.of(one.subject)],
        rating=_rating(one, office=office),
        actions=actions,
        talk_id=one.talk_id,
        log=[_step(event) for event in history.of(TABLE, one.subject)],
    )


def _links(one: Dossier, results: tuple[Attached, ...]) -> dict[str, LinkView]:
    attached = [*(each for entry in one.entries for each in entry.files), *results]
    wanted = list(dict.fromkeys(each.file_id for each in attached))
    return {link.file_id: link for link in files.links(wanted)} if wanted else {}


def _applicant(one: Matter, whole: bool) -> str:
    """The proven name; the office that handles it sees it whole, with the masked number."""
    if not one.person_id:
        return "已注销"
    if not whole:
        return identity.person(one.person_id).name_masked or "未实名"
    known = identity.real_name(one.person_id)
    return f"{known.name}（{mask_citizen_id(known.id_number)}）" if known else "未实名"


def _entry(wanted: Wanted, brought: Entry | None, links: dict[str, LinkView]) -> MatterEntryView:
    attached = brought.files if brought else ()
    verdict = brought.verdict if brought else None
    return MatterEntryView(
        name=wanted.name,
        need_label=wanted.need.label,
        required=wanted.need is MatterNeed.REQUIRED,
        licence=wanted.licence,
        note=wanted.note,
        how=brought.how.value if brought else "",
        how_label=brought.how.label if brought else "还没有",
        files=[links[one.file_id] for one in attached if one.file_id in links],
        because=brought.because if brought else "",
        fine=verdict.fine if verdict else None,
        why=verdict.why if verdict else "",
        ways=[*_WAYS[wanted.need], *([Brought.LICENCE] if wanted.licence else [])],
    )


def _values(item: Pinned, one: Dossier, *, hides: bool) -> list[MatterValueView]:
    return [
        MatterValueView(
            key=ask.key,
            label=ask.label,
            value="" if hides and ask.kind is AskKind.PRIVATE else one.values.get(ask.key, ""),
            hidden=hides and ask.kind is AskKind.PRIVATE,
        )
        for ask in item.asks
    ]


def _papers(one: Matter) -> list[MatterPaperView]:
    return [
        MatterPaperView(
            kind=each.kind.value,
            label=each.kind.label,
            document_id=each.document_id,
            ready=each.ready,
            failed=each.failed,
        )
        for each in one.papers
    ]


def _rating(one: Matter, *, office: bool) -> MatterRatingView | None:
    if one.stars is None or one.rated_at is None:
        return None
    words = rated.get(one.subject)
    return MatterRatingView(
        stars=int(one.stars),
        stars_label=one.stars.label,
        text=words.said,
        at=one.rated_at,
        open=one.mending,
        answer=words.answer if office or not one.mending else "",
        answered_at=one.mended_at,
        returned=words.returned if office else "",
    )


def _step(event: Event) -> MatterStep:
    return MatterStep(
        at=event.at,
        label=events.LABELS.get(event.type, event.type),
        by_label=Role(event.role).label,
        note=str(event.data.get("waybill") or ""),
        hash=event.hash,
    )
