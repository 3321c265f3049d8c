"""The chain of custody: offered, checked page by page, put right by whoever had a page last."""

from dataclasses import replace

from mashangban.domains.crossregion import errors, events
from mashangban.domains.crossregion.repository import cases
from mashangban.domains.crossregion.rules import case as rules
from mashangban.domains.crossregion.rules import custody
from mashangban.domains.crossregion.rules.case import Case
from mashangban.domains.crossregion.rules.custody import Handover, Parcel, Sheet, runs
from mashangban.domains.crossregion.schemas.cases import (
    CaseDone,
    HandoverForm,
    PutRightForm,
    ReceiptForm,
    RejectForm,
)
from mashangban.domains.crossregion.service import access, pagelists, steps, telling, wayline
from mashangban.domains.crossregion.terms.cases import PERSON, Carrier, CaseState
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Role


def hand_over(act: Act, case_id: str, given: HandoverForm) -> CaseDone:
    """Pages go to the next zone. Raises WrongStep, WrongReceiver, NotHeld, CarrierWrong, NotFound beyond reach."""
    one, sender, role = access.acting(act, case_id)
    parcel = Parcel(given.carrier, given.courier, given.waybill)
    after, way = rules.hand_over(one, sender, given.receiver, given.pages, parcel, act.at)
    told = telling.charged(after, "crossregion.to-receive") + telling.seen(one, sender)
    return steps.write(act, one, after, events.HANDED_OVER, role, link_of(way), told)


def receive(act: Act, case_id: str, given: ReceiptForm) -> CaseDone:
    """A zone's word on each page; where something is missing or differs the chain names who had it last.

    What was handed to the person across the counter may be confirmed by the window that gave it. Raises WrongStep,
    OtherPages, PagesUnchecked, NotFound beyond reach.
    """
    way = _on_its_way(cases.get(case_id))
    counter = way.receiver == PERSON and way.parcel.carrier is Carrier.BY_HAND
    one, zone, role = access.acting(act, case_id, way.sender if counter else way.receiver)
    return _received(act, one, role, given, by=zone)


def receive_own(act: Act, case_id: str, given: ReceiptForm) -> CaseDone:
    """The person's word on a result. Raises WrongStep, OtherPages, PagesUnchecked."""
    one = access.own(act, case_id)
    if _on_its_way(one).receiver != PERSON:
        raise errors.WrongStep()
    return _received(act, one, Role.PERSON, given, by=PERSON)


def reject(act: Act, case_id: str, given: RejectForm) -> CaseDone:
    """The first desk can't take a file and says why, all at once. Raises WrongStep, NotFound beyond reach."""
    one, zone, role = access.acting(act, case_id)
    after = replace(rules.reject(one, zone), reason=given.reason)
    told = telling.person(one, "crossregion.rejected", reason=given.reason)
    return steps.write(act, one, after, events.REJECTED, role, {"by": zone}, told)


def put_right(act: Act, case_id: str, given: PutRightForm) -> CaseDone:
    """A new scan of a page that the chain names this zone for; it is handed over next. Raises NotReplaceable."""
    one, zone, role = access.acting(act, case_id)
    after, sheet = _replaced(act, one, zone, given)
    data = {**pagelists.named([sheet]), "digest": after.digest, "by": zone}
    return steps.write(act, one, after, events.PUT_RIGHT, role, data, sheets=(sheet,))


def put_right_own(act: Act, case_id: str, given: PutRightForm) -> CaseDone:
    """The person sends a page anew; once none is wrong any more they go back to the desk. Raises NotReplaceable."""
    one = access.own(act, case_id)
    fixed, sheet = _replaced(act, one, PERSON, given)
    data = {**pagelists.named([sheet]), "digest": fixed.digest, "by": PERSON}
    left = [held for held in fixed.custody if held.holder == PERSON and not held.result]
    if any(held.state.wrong for held in left):
        return steps.write(act, one, fixed, events.PUT_RIGHT, Role.PERSON, data, sheets=(sheet,))
    after, way = rules.hand_in(fixed, PERSON, [held.number for held in left], act.at)
    told = telling.charged(after, "crossregion.to-receive")
    return steps.write(
        act,
        one,
        after,
        events.PUT_RIGHT,
        Role.PERSON,
        {**data, **link_of(way)},
        told,
        sheets=(sheet,),
    )


def link_of(way: Handover) -> dict[str, object]:
    """A link of the chain as its event names it."""
    return {
        "handover": way.number,
        "from": way.sender,
        "to": way.receiver,
        "numbers": runs(way.pages),
        "list": way.digest,
        "carrier": way.parcel.carrier.value,
        "waybill": f"{way.parcel.courier} {way.parcel.waybill}".strip(),
    }


def _received(act: Act, one: Case, role: Role, given: ReceiptForm, *, by: str) -> CaseDone:
    if given.digest != _on_its_way(one).digest:
        raise errors.OtherPages()
    after, checked = rules.receive(one, given.verdicts, given.note, act.at)
    data = {"handover": checked.number, "from": checked.sender, "to": checked.receiver, "by": by}
    kind = events.RECEIVED if checked.whole else events.LACKING
    told = _told(after, checked)
    return steps.write(act, one, after, kind, role, {**data, **_wrong(checked)}, told, link=checked)


def _on_its_way(one: Case) -> Handover:
    """The link that waits to be checked. Raises WrongStep."""
    if one.way is None:
        raise errors.WrongStep()
    return one.way


def _wrong(checked: Handover) -> dict[str, object]:
    """What did not come as it was listed, and whom the chain names for it."""
    if checked.whole:
        return {}
    lacking = {"missing": runs(checked.missing), "differs": runs(checked.differing)}
    return {**lacking, "named": checked.sender}


def _told(after: Case, checked: Handover) -> tuple[Message, ...]:
    """Who has to act hears of it; the person hears where their file is."""
    if not checked.whole:
        wrong = "、".join(f"第{number}页" for number in sorted((*checked.missing, *checked.differing)))
        told = telling.charged(after, "crossregion.lacking", name=wrong)
        return (*told, *_moved(after, f"{wayline.name_of(checked.sender)}交来的{wrong}要补"))
    return _moved(after, f"{wayline.name_of(checked.receiver)}已收到并逐页核对")


def _moved(one: Case, said: str) -> tuple[Message, ...]:
    if one.state is CaseState.DELIVERED or one.charge == PERSON:
        return ()
    return telling.person(one, "crossregion.moved", state=said)


def _replaced(act: Act, one: Case, holder: str, given: PutRightForm) -> tuple[Case, Sheet]:
    """The list as it is with the new scan."""
    listed = {sheet.number: sheet for sheet in cases.sheets_of(one)}
    if given.number not in listed:
        raise errors.NotReplaceable()
    sheet = replace(listed[given.number], sha256=pagelists.scan_of(act, given.file_id), file_id=given.file_id)
    fresh = custody.digest({**listed, given.number: sheet}.values())
    return rules.put_right(one, holder, given.number, fresh), sheet
