"""A case begins: handed in from the phone, or taken in at a window with the person there."""

from mashangban.domains.crossregion import errors, events, permissions
from mashangban.domains.crossregion.repository import alliances
from mashangban.domains.crossregion.repository import items as item_records
from mashangban.domains.crossregion.rules import case as rules
from mashangban.domains.crossregion.rules import custody
from mashangban.domains.crossregion.rules import item as item_rules
from mashangban.domains.crossregion.rules.case import Case, Part
from mashangban.domains.crossregion.rules.custody import Sheet
from mashangban.domains.crossregion.schemas.cases import ApplyForm, CaseDone, CollectForm
from mashangban.domains.crossregion.service import pagelists, steps, telling, wayline
from mashangban.domains.crossregion.terms import Mode
from mashangban.domains.crossregion.terms.cases import PERSON, Verdict
from mashangban.identity import service as identity
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Place, Role


def apply(act: Act, given: ApplyForm) -> CaseDone:
    """Hand in from the phone. Raises UnknownItem, NotServed, ModeNotServed, NotArrived."""
    sheets = pagelists.taken(act, given.pages, 1)
    new = _drafted(act, given, given.window or "", act.actor.person_id, sheets)
    after, way = rules.hand_in(new, PERSON, [one.number for one in sheets], act.at)
    data = {**_listed(new, sheets), "handover": way.number, "to": way.receiver}
    told = telling.office(after, way.receiver, "crossregion.to-receive")
    return steps.write(act, new, after, events.SUBMITTED, Role.PERSON, data, told, sheets=sheets)


def collect(act: Act, given: CollectForm) -> CaseDone:
    """Take a file in at the window: form and identity are checked, the home zone decides. Raises UnknownApplicant."""
    role = act.actor.role_for(permissions.HANDLE, Place(given.window))
    person_id = identity.find_by_phone(given.phone)
    if person_id is None:
        raise errors.UnknownApplicant()
    sheets = pagelists.taken(act, given.pages, 1)
    new = _drafted(act, given, given.window, person_id, sheets)
    numbers = [one.number for one in sheets]
    offered, _ = rules.hand_in(new, PERSON, numbers, act.at)
    after, link = rules.receive(offered, dict.fromkeys(numbers, Verdict.HERE), "", act.at)
    data = {**_listed(new, sheets), "handover": link.number, "identity_checked": True}
    told = telling.person(after, "crossregion.collected", hall=wayline.name_of(given.window))
    return steps.write(act, new, after, events.COLLECTED, role, data, told, link=link, sheets=sheets)


def _drafted(
    act: Act, given: ApplyForm | CollectForm, window: str, person_id: str, sheets: tuple[Sheet, ...]
) -> Case:
    alliance, item = alliances.get(given.alliance_id), item_records.get(given.alliance_id, given.code)
    standard, day = item.standard, clock.local_date(act.at)
    if standard is None:
        raise errors.UnknownItem()
    rules.check_places(given.mode, window, given.home, given.partners)
    if any(
        not item_rules.serves(item, alliance, zone, day)
        for zone in (given.home, *([window] if window else []), *given.partners)
    ):
        raise errors.NotServed()
    if given.mode not in standard.modes:
        raise errors.ModeNotServed()
    return Case(
        id=ids.new_id(act.at),
        number=ids.public_number("KS", act.at),
        alliance_id=alliance.id,
        lead=alliance.lead,
        code=item.code,
        name=standard.name,
        edition=item.edition,
        mode=given.mode,
        window=window,
        home=given.home,
        person_id=person_id,
        made_at=act.at,
        days=standard.days,
        pages=len(sheets),
        digest=custody.digest(sheets),
        custody=custody.listed(sheets, PERSON),
        parts=tuple(Part(region) for region in given.partners) if given.mode is Mode.TOGETHER else (),
    )


def _listed(one: Case, sheets: tuple[Sheet, ...]) -> dict[str, object]:
    return {
        "item": f"{one.alliance_id}.{one.code}",
        "edition": one.edition,
        "mode": one.mode.value,
        "window": one.window,
        "home": one.home,
        **pagelists.named(sheets),
        "digest": one.digest,
    }
