"""From what is known of alliances and items to what people see."""

from mashangban.domains.crossregion import events
from mashangban.domains.crossregion.models import TABLE
from mashangban.domains.crossregion.rules.alliance import Alliance
from mashangban.domains.crossregion.rules.item import Item, Standard
from mashangban.domains.crossregion.schemas.alliances import AllianceRow, AllianceView, StepView, ZoneView
from mashangban.domains.crossregion.schemas.items import ItemDeskView, ItemView, StandardView
from mashangban.domains.crossregion.service import wayline
from mashangban.kernel import history
from mashangban.kernel.events import Event, Subject
from mashangban.kernel.permissions import Role
from mashangban.registry import divisions


def row(alliance_id: str, name: str, lead: str) -> AllianceRow:
    """An alliance in a list."""
    return AllianceRow(id=alliance_id, name=name, lead_name=divisions.full_name(lead))


def alliance(one: Alliance) -> AllianceView:
    """An alliance as everybody sees it."""
    return AllianceView(
        id=one.id,
        name=one.name,
        lead_name=one.name_of(one.lead),
        lead=one.lead,
        agreement_number=one.agreement.number,
        signed_on=one.agreement.signed_on,
        zones=[ZoneView.model_validate(zone) for zone in one.zones],
        batches=one.batches,
    )


def item(one: Item, of: Alliance) -> ItemView:
    """An item with the standard in force."""
    return ItemView(
        alliance_id=one.alliance_id,
        code=one.code,
        batch=one.batch,
        edition=one.edition,
        standard=standard(one.shown, of),
    )


def desk_item(one: Item, of: Alliance) -> ItemDeskView:
    """An item with what waits for agreement."""
    return ItemDeskView(
        code=one.code,
        batch=one.batch,
        state=one.state.value,
        state_label=one.state.label,
        edition=one.edition,
        shown=standard(one.shown, of),
        standard=standard(one.standard, of) if one.standard else None,
        proposed=standard(one.proposed, of) if one.proposed else None,
        missing=list(one.open),
        missing_names=[of.name_of(region) for region in one.open],
    )


def standard(one: Standard, of: Alliance) -> StandardView:
    """A standard with its zones by name."""
    return StandardView(
        name=one.name,
        modes=list(one.modes),
        mode_labels=[mode.label for mode in one.modes],
        zones=list(one.zones),
        zone_names=[of.name_of(region) for region in one.zones],
        papers=list(one.papers),
        days=one.days,
        result=one.result,
    )


def log(subject: Subject) -> list[StepView]:
    """What happened to an alliance or an item, each act with its fingerprint."""
    return [_step(event) for event in history.of(TABLE, subject)]


def _step(event: Event) -> StepView:
    return StepView(
        at=event.at,
        label=events.LABELS.get(event.type, event.type),
        by_label=Role(event.role).label,
        note=wayline.said(event),
        hash=event.hash,
    )
