"""What the reporter does: report, say that it is not repaired."""

import hashlib
import json
from dataclasses import replace

from mashangban.deadlines import service as deadlines
from mashangban.domains.publicareas import errors, events
from mashangban.domains.publicareas.repository import areas, faults
from mashangban.domains.publicareas.rules import area as area_rules
from mashangban.domains.publicareas.rules import fault as rules
from mashangban.domains.publicareas.rules import ladder, media, wording
from mashangban.domains.publicareas.rules.area import Area
from mashangban.domains.publicareas.rules.fault import Fault
from mashangban.domains.publicareas.schemas import FaultPosted, PublicFaultDone, PublicReport
from mashangban.domains.publicareas.service import telling, views
from mashangban.domains.publicareas.terms import SERVICES, Service, Wording
from mashangban.files import service as files
from mashangban.files.terms import Purpose
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Role
from mashangban.registry.spots import Spot


def report(act: Act, region: str, given: FaultPosted) -> Fault:
    """Report a fault. The same words on the same day are one report. Raises NowhereKnown, UnknownService,
    UnsafeAddress, TooManyPosts.
    """
    digest = _digest(act, region, given)
    try:
        return _create(act, region, given, digest)
    except errors.SameReport:
        known = faults.sent_before(digest)
        if known is None:
            raise
        return faults.get(known)


def report_here(act: Act, given: PublicReport) -> PublicFaultDone:
    """Report a fault from one's own phone, with photos that have arrived.

    Raises NowhereKnown, SameReport, TooManyPosts, and as `files.hold` does.
    """
    area = areas.find(given.area_id)
    if area is None:
        raise errors.NowhereKnown()
    for photo in given.photos:
        files.hold(act, "publicareas", photo, {Purpose.SITE_PHOTO, Purpose.EVIDENCE})
    where = " ".join(part for part in (area.name, given.where) if part)
    new = _fault(act, area, given.service, where, given.text, photos=tuple(given.photos))
    answer = views.done(new)
    _write(act, new, _digest(act, area.region, given), answer)
    return answer


def reopen(act: Act, fault_id: str) -> PublicFaultDone:
    """Not fixed, says whoever reported it. Raises WrongStep, ReopenTooLate, NotFound for anybody else."""
    one = faults.get(fault_id)
    if one.reporter_id != act.actor.person_id:
        raise NotFound()
    after = rules.reopen(one, act.at)
    told = (
        *telling.handlers(one, "publicareas.not-fixed"),
        *telling.officers(one, "publicareas.not-fixed"),
    )
    event = following(act, events.REOPENED, one, Role.PERSON, {"round": after.round}, told)
    answer = views.done(after)
    faults.move(act, one, after, event, answer, begins=ladder.repair_clock(after, act.at))
    return answer


def _create(act: Act, region: str, given: FaultPosted, digest: str) -> Fault:
    new = _new(act, _area_of(region, given), given)
    _write(act, new, digest, None)
    return new


def _write(act: Act, new: Fault, digest: str, answer: PublicFaultDone | None) -> None:
    answer_by = ladder.answer_clock(new, act.at)
    due = deadlines.due_time_of(answer_by).moment
    told = (
        *telling.reporter(new, "publicareas.received", due=due),
        *telling.handlers(new, "publicareas.to-answer", due=due),
        *(telling.officers(new, "publicareas.to-moderate") if new.wording is Wording.HELD else ()),
    )
    data = {"service": new.service.value, "area": new.area_id, "wording": new.wording.value}
    event = following(act, events.REPORTED, new, Role.PERSON, data, told)
    faults.create(act, new, event, answer_by, digest, answer)


def _new(act: Act, area: Area, given: FaultPosted) -> Fault:
    told = given.lat is not None and given.long is not None
    exact = _spot(given) if told else area.spot
    where = " ".join(part for part in (given.address_string or area.name, given.where) if part)
    new = _fault(act, area, service_of(given.service_code), where, given.description)
    return replace(new, spot=exact, media_url=media.checked(given.media_url))


def _fault(
    act: Act, area: Area, service: Service, where: str, text: str, photos: tuple[str, ...] = ()
) -> Fault:
    return Fault(
        id=ids.new_id(act.at),
        number=ids.public_number("GQ", act.at),
        area_id=area.id,
        area_name=area.name,
        region=area.region,
        handler_id=area.handler_id,
        handler_name=area.handler_name,
        service=service,
        address=where,
        reporter_id=act.actor.person_id,
        description=text,
        reported_at=act.at,
        updated_at=act.at,
        spot=area.spot,
        photos=photos,
        wording=wording.judged(f"{where} {text}"),
    )


def _area_of(region: str, given: FaultPosted) -> Area:
    """By id, else by place, else by the name an address begins with."""
    if given.address_id:
        found = areas.find(given.address_id)
    elif given.lat is not None and given.long is not None:
        found = area_rules.nearest(areas.around(_spot(given)), _spot(given))
    else:
        address = given.address_string
        found = area_rules.named(areas.beginning(region, address), address) if address else None
    if found is None or found.region != region:
        raise errors.NowhereKnown()
    return found


def service_of(code: str) -> Service:
    """The service of a code. Raises UnknownService."""
    found = SERVICES.get(code)
    if found is None:
        raise errors.UnknownService()
    return found


def _spot(given: FaultPosted) -> Spot:
    return Spot(round((given.lat or 0) * 1e6), round((given.long or 0) * 1e6))


def _digest(act: Act, region: str, given: FaultPosted | PublicReport) -> str:
    words = given.model_dump(exclude={"jurisdiction_id"}, mode="json")
    day = clock.local_date(act.at).isoformat()
    text = json.dumps([act.actor.person_id, day, region, words], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
