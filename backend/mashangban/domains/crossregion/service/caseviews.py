"""From what is known of a case to what one side of it sees: fields that are not that side's stay empty."""

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.domains.crossregion.repository import cases, clocks
from mashangban.domains.crossregion.rules import acting as rules
from mashangban.domains.crossregion.rules.case import Case
from mashangban.domains.crossregion.rules.custody import Handover, Held, Sheet
from mashangban.domains.crossregion.schemas.cases import (
    CaseRow,
    CaseView,
    ClockView,
    HandoverView,
    PartView,
    ReceiverView,
    SheetView,
)
from mashangban.domains.crossregion.service import views
from mashangban.domains.crossregion.service.access import Standing
from mashangban.domains.crossregion.service.wayline import name_of
from mashangban.domains.crossregion.terms.cases import Shown
from mashangban.files import service as files
from mashangban.files.schemas import LinkView
from mashangban.identity import service as identity
from mashangban.kernel.acts import Act


def row(one: Case) -> CaseRow:
    """A case in a list."""
    return CaseRow(
        id=one.id,
        number=one.number,
        name=one.name,
        mode_label=one.mode.label,
        window_name=name_of(one.window),
        home_name=name_of(one.home),
        state=one.state.value,
        state_label=one.state.label,
        charge_name=name_of(one.charge),
        due_at=one.due_at,
        late_name=name_of(one.late),
        made_at=one.made_at,
    )


def show(act: Act, one: Case, standing: Standing, *, acts: bool) -> CaseView:
    """A case for one side of it; `acts`: whether the caller may act for that side."""
    seen = standing.seen
    ways = cases.handovers_of(one)
    return CaseView(
        row=row(one),
        side=standing.side.value,
        side_label=standing.side.label,
        person=_person(one) if Shown.PERSON in seen else "",
        digest=one.digest if Shown.PAGES in seen else "",
        sheets=_sheets(one, seen) if Shown.PAGES in seen else [],
        handovers=[_handover(way) for way in ways] if Shown.HANDOVERS in seen else [],
        parts=_parts(one, standing),
        asked=one.asked if Shown.SUPPLEMENT in seen else "",
        outcome_label=one.outcome.label if one.outcome and Shown.OUTCOME in seen else "",
        reason=one.reason if Shown.REASON in seen else "",
        clocks=[_clock(act, each) for each in clocks.of(one.subject)],
        actions=rules.actions(one, standing.side, standing.region) if acts else [],
        receivers=[ReceiverView(region=to, name=name_of(to)) for to in rules.receivers(one, standing.region)],
        log=views.log(one.subject) if Shown.LOG in seen else [],
    )


def _person(one: Case) -> str:
    return (identity.person(one.person_id).name_masked or "未实名") if one.person_id else "已注销"


def _sheets(one: Case, seen: frozenset[Shown]) -> list[SheetView]:
    listed = cases.sheets_of(one)
    open_ = [each for each in listed if (Shown.RESULT_LINKS if each.result else Shown.LINKS) in seen]
    links = {link.file_id: link for link in files.links([each.file_id for each in open_])}
    held = {each.number: each for each in one.custody}
    opened = {each.number for each in open_}
    return [
        _sheet(each, held[each.number], links.get(each.file_id) if each.number in opened else None)
        for each in listed
    ]


def _sheet(one: Sheet, held: Held, link: LinkView | None) -> SheetView:
    return SheetView(
        number=one.number,
        name=one.name,
        paper=one.paper,
        result=one.result,
        sha256=one.sha256,
        state=held.state.value,
        state_label=held.state.label,
        holder=held.holder,
        holder_name=name_of(held.holder),
        link=link,
    )


def _handover(way: Handover) -> HandoverView:
    return HandoverView(
        number=way.number,
        sender_name=name_of(way.sender),
        receiver_name=name_of(way.receiver),
        pages=list(way.pages),
        digest=way.digest,
        carrier_label=way.parcel.carrier.label,
        courier=way.parcel.courier,
        waybill=way.parcel.waybill,
        offered_at=way.offered_at,
        received_at=way.received_at,
        missing=list(way.missing),
        differing=list(way.differing),
        named="" if way.open or way.whole else name_of(way.sender),
        note=way.note,
    )


def _parts(one: Case, standing: Standing) -> list[PartView]:
    shown = one.parts if Shown.PARTS in standing.seen else ()
    if Shown.OWN_PART in standing.seen:
        shown = tuple(part for part in one.parts if part.region == standing.region)
    return [
        PartView(region=part.region, name=name_of(part.region), agrees=part.agrees, note=part.note)
        for part in shown
    ]


def _clock(act: Act, each: Deadline) -> ClockView:
    shown = deadlines.explain(each, act.at)
    return ClockView(
        label=each.label,
        who=name_of(each.region),
        due_label=shown.due_label,
        overdue=shown.overdue,
        closed=each.closed_at is not None,
        steps=[step.text for step in shown.steps],
    )
