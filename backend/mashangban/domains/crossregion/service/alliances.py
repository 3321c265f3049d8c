"""Alliances: registered by the lead zone's office with the agreement that was signed; zones come and go."""

from datetime import date

from mashangban.domains.crossregion import errors, events, permissions
from mashangban.domains.crossregion.repository import alliances as repository
from mashangban.domains.crossregion.rules import alliance as rules
from mashangban.domains.crossregion.rules.alliance import Agreement, Alliance, Zone
from mashangban.domains.crossregion.schemas.alliances import (
    AllianceDeskView,
    AllianceForm,
    AllianceRow,
    AllianceView,
    ZoneEnd,
    ZoneForm,
)
from mashangban.domains.crossregion.service import views
from mashangban.files import service as files
from mashangban.files.terms import Purpose
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import FieldError, NotFound
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Permission, Place, Principal, Role
from mashangban.registry import divisions

_PROVINCE = 2


def found(act: Act, given: AllianceForm) -> AllianceView:
    """Enter an alliance that the caller's own zone leads. Raises AllianceWrong, NotFound beyond reach, NotArrived."""
    role = act.actor.role_for(permissions.KEEP_ALLIANCE, Place(given.lead))
    paper = files.hold(act, "crossregion", given.file_id, Purpose.ATTACHMENT)
    agreement = Agreement(given.agreement_number, given.signed_on, given.file_id)
    zones = tuple(_zone(region, given.signed_on, "zones") for region in given.zones)
    new = rules.checked(Alliance(ids.new_id(act.at), given.name, given.lead, agreement, zones))
    answer = views.alliance(new)
    told = {"zones": list(given.zones), "signed_on": str(given.signed_on), "agreement_sha256": paper.sha256}
    repository.create(act, new, following(act, events.FOUNDED, new, role, told), answer)
    return answer


def add_zone(act: Act, alliance_id: str, given: ZoneForm) -> AllianceView:
    """A zone comes in; items it shall handle get a new edition. Raises AlreadyMember, TooManyZones, AllianceWrong."""
    one, role = kept(act, alliance_id)
    after = rules.join(one, _zone(given.region, given.joined_on, "region"))
    answer = views.alliance(after)
    told = {"region": given.region, "on": str(given.joined_on)}
    repository.move(act, one, after, given.region, following(act, events.JOINED, one, role, told), answer)
    return answer


def end_zone(act: Act, alliance_id: str, region: str, given: ZoneEnd) -> AllianceView:
    """A zone goes out; it or the lead may say so. Raises NotMember, LeadStays, NotFound beyond reach."""
    one = repository.get(alliance_id)
    role = _either(act, one, region)
    after = rules.leave(one, region, given.left_on)
    answer = views.alliance(after)
    told = {"region": region, "on": str(given.left_on)}
    repository.move(act, one, after, region, following(act, events.LEFT, one, role, told), answer)
    return answer


def kept(act: Act, alliance_id: str) -> tuple[Alliance, Role]:
    """An alliance for the office that keeps it. Raises UnknownAlliance, NotFound beyond reach."""
    one = repository.get(alliance_id)
    return one, act.actor.role_for(permissions.KEEP_ALLIANCE, one.place)


def show(alliance_id: str) -> AllianceView:
    """An alliance for everybody. Raises UnknownAlliance."""
    return views.alliance(repository.get(alliance_id))


def at_desk(actor: Principal, alliance_id: str) -> AllianceDeskView:
    """An alliance with its signed paper, for the offices of its zones. Raises NotFound beyond reach."""
    one = seen(actor, alliance_id, permissions.LIST_ALLIANCES)
    paper = next(iter(files.links([one.agreement.file_id])), None)
    return AllianceDeskView(alliance=views.alliance(one), agreement=paper, log=views.log(one.subject))


def seen(actor: Principal, alliance_id: str, permission: Permission) -> Alliance:
    """An alliance for whoever reaches one of its zones. Raises UnknownAlliance, NotFound beyond reach."""
    one, reach = repository.get(alliance_id), actor.reach(permission)
    if not any(reach.covers(zone.place) for zone in one.zones):
        raise NotFound()
    return one


def of_region(region: str) -> list[AllianceRow]:
    """The alliances of a region and of the city and province above it."""
    levels = [region[:length] for length in (6, 4, 2) if length <= len(region)]
    listed = [one for level in levels for one in repository.of_region(level)]
    return [views.row(one.alliance_id, one.name, one.lead) for one in listed]


def led_by(region: str) -> list[AllianceRow]:
    """The alliances whose lists a zone keeps."""
    return [views.row(one.alliance_id, one.name, one.lead) for one in repository.led_by(region)]


def speaks_for(actor: Principal, one: Alliance, day: date) -> list[str]:
    """The member zones whose officers the caller is among."""
    if not actor.holds(permissions.AGREE):
        return []
    reach = actor.reach(permissions.AGREE)
    return [zone.region for zone in one.members(day) if reach.covers(zone.place)]


def _either(act: Act, one: Alliance, region: str) -> Role:
    reach = act.actor.reach(permissions.KEEP_ALLIANCE)
    place = Place(region) if reach.covers(Place(region)) else one.place
    return act.actor.role_for(permissions.KEEP_ALLIANCE, place)


def _zone(region: str, day: date, field: str) -> Zone:
    if divisions.find(region) is None:
        raise errors.AllianceWrong(errors=(FieldError(field, f"没有代码是 {region} 的地区"),))
    if len(region) == _PROVINCE:
        raise errors.AllianceWrong(errors=(FieldError(field, "成员要写到市或区县，由那里的窗口收件和决定"),))
    return Zone(region, divisions.full_name(region), day)
