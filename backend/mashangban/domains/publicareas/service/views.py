"""From what is known of a fault to what its reporter, its handler and the regulators see."""

from datetime import datetime

from mashangban.deadlines import service as deadlines
from mashangban.domains.publicareas import events
from mashangban.domains.publicareas.models import TABLE
from mashangban.domains.publicareas.repository import faults
from mashangban.domains.publicareas.rules import wording
from mashangban.domains.publicareas.rules.fault import Fault
from mashangban.domains.publicareas.schemas import (
    PublicCard,
    PublicFaultDone,
    PublicFaultRow,
    PublicFaultStep,
    PublicFaultView,
)
from mashangban.domains.publicareas.terms import FaultState, Wording
from mashangban.files import service as files
from mashangban.kernel import history, publicwords
from mashangban.kernel.events import Event
from mashangban.kernel.permissions import Role

_HANDLER_ACTS = {
    FaultState.REPORTED: ("accept", "fix", "decline"),
    FaultState.ACCEPTED: ("fix", "decline"),
}


def done(one: Fault) -> PublicFaultDone:
    """What an act answers."""
    return PublicFaultDone(id=one.id, number=one.number, state=one.state.value, state_label=one.state.label)


def row(one: Fault) -> PublicFaultRow:
    """A fault in a list."""
    return PublicFaultRow(
        id=one.id,
        number=one.number,
        area_name=one.area_name,
        service=one.service.value,
        service_label=one.service.label,
        address=one.address,
        state=one.state.value,
        state_label=one.state.label,
        climb=one.climb.value,
        climb_label=one.climb.label,
        wording=one.wording.value,
        wording_label=one.wording.label,
        reported_at=one.reported_at,
        promised_on=one.promised_on,
    )


def card(one: Fault) -> PublicCard:
    """A fault as everybody may read it, in a list: without photos."""
    return PublicCard(
        id=one.id,
        number=one.number,
        area_id=one.area_id,
        area_name=one.area_name,
        service_label=one.service.label,
        where=wording.public(one.address, one.wording) or one.area_name,
        text=wording.public(one.description, one.wording),
        state=one.state.value,
        state_label=one.state.label,
        note=publicwords.masked(one.note),
        handler_name=one.handler_name,
        reported_at=one.reported_at,
        updated_at=one.updated_at,
        promised_on=one.promised_on,
    )


def whole_card(one: Fault) -> PublicCard:
    """The same with photos; what is held or hidden shows none."""
    shown = one.photos if one.wording is Wording.SHOWN else ()
    return card(one).model_copy(update={"photos": files.links(list(shown))})


def view(one: Fault, at: datetime, actions: list[str]) -> PublicFaultView:
    """A fault whole."""
    return PublicFaultView(
        id=one.id,
        row=row(one),
        description=one.description,
        media_url=one.media_url or None,
        photos=files.links(list(one.photos)),
        note=one.note,
        deadlines=[deadlines.explain(found, at) for found in faults.clocks_of(one)],
        log=[_line(event) for event in history.of(TABLE, one.subject)],
        actions=actions,
    )


def handler_acts(one: Fault) -> list[str]:
    """What whoever answers for the area may do now."""
    return list(_HANDLER_ACTS.get(one.state, ()))


def officer_acts(one: Fault) -> list[str]:
    """What a regulator may do now."""
    found = ["order"] if one.state in (FaultState.REPORTED, FaultState.DECLINED) else []
    if not one.description:
        return found
    return [*found, *(("show",) if one.wording is not Wording.SHOWN else ()), *_hide(one)]


def _hide(one: Fault) -> list[str]:
    return ["hide"] if one.wording is not Wording.HIDDEN else []


def _line(event: Event) -> PublicFaultStep:
    label = events.LABELS.get(event.type, event.type)
    by = "报修人" if event.role == Role.PERSON else Role(event.role).label
    return PublicFaultStep(at=event.at, label=label, by_label=by, hash=event.hash)
