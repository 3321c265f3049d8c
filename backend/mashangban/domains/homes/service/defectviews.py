"""From what is known of a defect to what each side may see."""

from datetime import datetime

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.terms import DeadlineState
from mashangban.domains.homes import events
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.repository import defects, words
from mashangban.domains.homes.rules import defect as rules
from mashangban.domains.homes.rules import ladder
from mashangban.domains.homes.rules.defect import Defect
from mashangban.domains.homes.rules.duplicates import Candidate
from mashangban.domains.homes.rules.home import Door
from mashangban.domains.homes.rules.tally import Listed, listed
from mashangban.domains.homes.rules.warranty import Warranty
from mashangban.domains.homes.schemas import (
    CoverView,
    DefectDone,
    DefectRow,
    DefectStep,
    DefectView,
    LikelyView,
    RepairRow,
    RepairView,
)
from mashangban.domains.homes.service import presenting
from mashangban.domains.homes.terms import Category, Climb, DefectState, Severity
from mashangban.files import service as files
from mashangban.kernel import clock, history
from mashangban.kernel.events import Event
from mashangban.kernel.permissions import Role


def done(one: Defect) -> DefectDone:
    """What an act answers."""
    return DefectDone(id=one.id, number=one.number, state=one.state.value, state_label=one.state.label)


def cover(one: Warranty) -> CoverView:
    """The warranty's answer with its article and source."""
    return CoverView(
        cover=one.cover.value,
        cover_label=one.cover.label,
        until=one.until,
        sentence=one.sentence,
        payer=one.payer,
        article=one.article,
        source=one.source,
        basis=one.basis,
        checked=one.checked,
    )


def likely(one: Candidate) -> LikelyView:
    """A likely double; only one's own home's can be opened."""
    sight = one.sight
    return LikelyView(
        id=sight.id if one.own else None,
        place=one.place,
        category_label=sight.category.label,
        state_label=sight.state.label,
        reported_on=clock.local_date(sight.reported_at),
        score=one.score,
        reasons=list(one.reasons),
        own=one.own,
        issue_id=sight.issue_id or None,
    )


def row(one: Listed) -> DefectRow:
    """A defect in a list."""
    shown = one.shown
    category, severity = Category(shown["category"]), Severity(shown["severity"])
    state, climb = DefectState(shown["state"]), Climb(shown["climb"])
    return DefectRow(
        id=one.id,
        number=shown["number"],
        estate_name=shown["estate"],
        home_label=Door(*shown["door"]).label,
        room=shown["room"],
        category=category.value,
        category_label=category.label,
        severity=severity.value,
        severity_label=severity.label,
        state=state.value,
        state_label=state.label,
        climb=climb.value,
        climb_label=climb.label,
        contractor=shown["contractor"],
        rejections=shown["rejections"],
        visit_at=clock.from_text(shown["visit_at"]) if shown["visit_at"] else None,
        issue_id=one.issue_id or None,
        reported_at=clock.from_text(one.order),
    )


def repair_row(one: Defect, clocks: list[Deadline], at: datetime) -> RepairRow:
    """A defect as whoever repairs it sees it in a list."""
    running = [deadlines.explain(found, at) for found in clocks if found.state is not DeadlineState.CLOSED]
    timed = [(found.due_at, found) for found in running if found.due_at is not None]
    due_at, first = min(timed, key=lambda pair: pair[0], default=(None, None))
    return RepairRow(
        **row(listed(one)).model_dump(),
        due_label=f"{first.label}：{first.due_label}" if first else "",
        due_at=due_at,
        overdue=any(found.overdue for found in running),
    )


def view(one: Defect, at: datetime, actions: list[str], *, costs: bool) -> DefectView:
    """A defect whole. Photographs are shown as the files room redraws them, without their place; what a repair cost
    is for the builder's side and the regulators (`costs`).
    """
    said = words.of(one.subject)
    confirmed = one.state is DefectState.CONFIRMED
    return DefectView(
        id=one.id,
        row=row(listed(one)),
        home_id=one.home_id,
        text=said.get(1, ""),
        photos=files.links(list(one.photos)) if one.photos else [],
        x=one.spot.x,
        y=one.spot.y,
        plan_url=presenting.plan_url(one.estate_id, one.home_id),
        warranty=cover(one.warranty),
        found=files.links(list(one.found)) if one.found else [],
        repair=_repair(one, costs),
        order_by=one.order_by,
        stars=one.marks.stars,
        reopen_until=rules.reopen_until(one) if confirmed else None,
        deadlines=[deadlines.explain(found, at) for found in defects.clocks_of(one)],
        log=[_line(event, said) for event in history.of(TABLE, one.subject)],
        actions=actions,
    )


def home_acts(one: Defect, at: datetime) -> list[str]:
    """What the home's side may do now."""
    match one.state:
        case DefectState.REPAIRED:
            return ["confirm", "reject", "withdraw"]
        case DefectState.CONFIRMED:
            found = ["reopen"] if at < rules.reopen_until(one) else []
            return found if one.marks.stars else ["rate", *found]
        case DefectState.ACCEPTED | DefectState.APPOINTED | DefectState.VISITED | DefectState.REJECTED:
            return ["confirm", "withdraw"]
        case _:
            return ["withdraw"] if one.state.open else []


_BUILDER_ACTS = {
    DefectState.REPORTED: ("accept", "dispute"),
    DefectState.DISPUTED: ("accept",),
    DefectState.ACCEPTED: ("assign",),
    DefectState.APPOINTED: ("assign",),
    DefectState.VISITED: ("assign",),
    DefectState.REJECTED: ("assign",),
}
_REPAIR_ACTS = {
    DefectState.ACCEPTED: ("appoint", "visit", "repaired"),
    DefectState.APPOINTED: ("visit", "appoint", "repaired"),
    DefectState.VISITED: ("repaired", "appoint"),
    DefectState.REJECTED: ("appoint", "visit", "repaired"),
}


def builder_acts(one: Defect) -> list[str]:
    """What the builder's own people may do now, beside repairing."""
    return list(_BUILDER_ACTS.get(one.state, ()))


def repair_acts(one: Defect) -> list[str]:
    """What whoever repairs may do now."""
    return list(_REPAIR_ACTS.get(one.state, ()))


def officer_acts(one: Defect) -> list[str]:
    """What a regulator may do now."""
    if not one.state.open:
        return []
    if one.state not in _REPAIR_ACTS:
        return ["order", "close"]
    running = defects.clock(one, ladder.repair_kind(one.round))
    paused = running.state is DeadlineState.PAUSED
    found = ["order", "resume" if paused else "pause", "close"]
    return found if one.marks.extended or paused else [*found, "extend"]


def _repair(one: Defect, costs: bool) -> RepairView | None:
    if one.repair is None:
        return None
    cost = one.repair.cost_fen if costs else None
    payer = one.repair.payer.label if cost is not None else None
    before, after = (files.links(list(ids)) if ids else [] for ids in (one.repair.before, one.repair.after))
    return RepairView(before=before, after=after, at=one.repair.at, cost_fen=cost, payer_label=payer)


def _line(event: Event, said: dict[int, str]) -> DefectStep:
    label = events.LABELS.get(event.type, event.type)
    climb = ladder.CLIMBS.get(str(event.data.get("rung", "")))
    return DefectStep(
        at=event.at,
        label=f"{label}：{climb.label}" if climb else label,
        by_label="住户" if event.role == Role.PERSON else Role(event.role).label,
        text=said.get(event.version, ""),
        hash=event.hash,
    )
