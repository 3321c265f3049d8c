"""Affairs of an alliance: opened by a zone's office, added to by the others, ended by whoever opened them."""

from mashangban.deadlines.service import Turn
from mashangban.domains.crossregion import errors, events, permissions
from mashangban.domains.crossregion.repository import affairs as repository
from mashangban.domains.crossregion.repository import clocks
from mashangban.domains.crossregion.repository.affairs import Step
from mashangban.domains.crossregion.rules import affair as rules
from mashangban.domains.crossregion.rules import affair_clocks
from mashangban.domains.crossregion.rules.affair import Affair, Part
from mashangban.domains.crossregion.schemas.affairs import (
    AffairDone,
    AffairForm,
    AffairPartForm,
    AffairZoneForm,
)
from mashangban.domains.crossregion.service import access, telling
from mashangban.domains.crossregion.service import alliances as alliance_acts
from mashangban.domains.crossregion.terms.affairs import AffairKind, AffairState
from mashangban.identity import service as identity
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Place, Principal, Role


def open_(act: Act, alliance_id: str, given: AffairForm) -> AffairDone:
    """A zone begins an affair; its guests are told. Raises AffairWrong, UnknownApplicant, NotFound beyond reach."""
    role = act.actor.role_for(permissions.TAKE_PART, Place(given.host))
    alliance = alliance_acts.seen(act.actor, alliance_id, permissions.TAKE_PART)
    if given.case_id and alliance_of(act.actor, given.case_id) != alliance_id:
        raise errors.UnknownCase()
    new = rules.opened(_drafted(act, alliance_id, given), alliance, clock.local_date(act.at))
    owed = affair_clocks.of_affair(new, act.at)
    told = telling.zones_of_affair(new, new.guests, f"新的{new.kind.label}，请看")
    told += telling.sent(new, "派您去，请看去哪里、去多久")
    data = {"kind": new.kind.value, "host": new.host, "guests": list(new.guests)}
    event = following(act, events.AFFAIR_OPENED, new, role, data, told)
    answer = AffairDone(id=new.id)
    repository.create(act, new, event, Turn(begins=(owed,) if owed else ()), answer)
    return answer


def add(act: Act, affair_id: str, given: AffairPartForm) -> AffairDone:
    """A zone adds its part. Raises AffairEnded, NotYourPart, AffairWrong, NotFound beyond reach."""
    one, role = _acting(act, affair_id, given.zone)
    part = Part(one.parts + 1, given.zone, given.text, act.at, given.source, given.owner or "", given.due)
    after = rules.add(one, part, clock.local_date(act.at))
    owed = affair_clocks.of_part(one, part)
    ends = clocks.running(one.subject) if after.state is not AffairState.OPEN else []
    step = Step(part, Turn(begins=(owed,) if owed else (), ends=tuple(ends)))
    others = {zone for zone in one.zones if zone != part.zone}
    news = f"有新的{one.manner.part}"
    told = telling.zones_of_affair(one, others, news) + telling.sent(one, news)
    return _moved(
        act, one, after, events.AFFAIR_ADDED, role, {"part": part.number, "by": part.zone}, step, told
    )


def settle(act: Act, affair_id: str, number: int, given: AffairZoneForm) -> AffairDone:
    """The owner of a decision has carried it out. Raises NotYourPart, UnknownAffair, NotFound beyond reach."""
    one, role = _acting(act, affair_id, given.zone)
    done = rules.settle(repository.part(one, number), given.zone, act.at)
    kind = affair_clocks.PART.format(number)
    ends = tuple(each for each in clocks.running(one.subject) if each.kind == kind)
    step = Step(done, Turn(ends=ends))
    return _moved(act, one, one, events.AFFAIR_SETTLED, role, {"part": number, "by": given.zone}, step)


def end(act: Act, affair_id: str, given: AffairZoneForm) -> AffairDone:
    """Who opened it ends it: nothing is awaited any more. Raises AffairEnded, NotYourPart, NotFound beyond reach."""
    one, role = _acting(act, affair_id, given.zone)
    after = rules.end(one, given.zone)
    step = Step(turn=Turn(ends=tuple(clocks.running(one.subject))))
    told = telling.zones_of_affair(one, one.guests, "已结束") + telling.sent(one, "已结束")
    return _moved(act, one, after, events.AFFAIR_ENDED, role, {"by": given.zone}, step, told)


def seen(actor: Principal, affair_id: str) -> Affair:
    """An affair for the offices of its zones; an article for all of the alliance. Raises UnknownAffair, NotFound."""
    one, reach = repository.get(affair_id), actor.reach(permissions.LIST_ALLIANCES)
    if one.shared:
        alliance_acts.seen(actor, one.alliance_id, permissions.LIST_ALLIANCES)
    elif not any(reach.covers(Place(zone)) for zone in one.zones):
        raise NotFound()
    return one


def alliance_of(actor: Principal, case_id: str) -> str:
    """The alliance of a case that one may see. Raises UnknownCase, NotFound."""
    return access.seen(actor, case_id)[0].alliance_id


def _acting(act: Act, affair_id: str, zone: str) -> tuple[Affair, Role]:
    one, role = seen(act.actor, affair_id), act.actor.role_for(permissions.TAKE_PART, Place(zone))
    return one, role


def _drafted(act: Act, alliance_id: str, given: AffairForm) -> Affair:
    return Affair(
        id=ids.new_id(act.at),
        alliance_id=alliance_id,
        kind=given.kind,
        host=given.host,
        guests=tuple(dict.fromkeys(given.guests)),
        title=given.title,
        text=given.text,
        made_at=act.at,
        first=given.first,
        last=given.last,
        person_id=_sent(given),
        case_id=given.case_id,
    )


def _sent(given: AffairForm) -> str:
    if given.kind is not AffairKind.EXCHANGE:
        return ""
    person_id = identity.find_by_phone(given.phone)
    if person_id is None:
        raise errors.UnknownApplicant()
    return person_id


def _moved(
    act: Act,
    before: Affair,
    after: Affair,
    kind: str,
    role: Role,
    data: dict[str, object],
    step: Step,
    told: tuple[Message, ...] = (),
) -> AffairDone:
    answer = AffairDone(id=before.id)
    event = following(act, kind, before, role, data, told)
    repository.move(act, before, after, event, step, answer)
    return answer
