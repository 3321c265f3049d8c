"""What the office does: look first, accept or ask once or refuse, decide by another hand, deliver."""

from mashangban.domains.matters import events, permissions
from mashangban.domains.matters.repository import dossiers, matters
from mashangban.domains.matters.rules import dossier as dossier_rules
from mashangban.domains.matters.rules import matter as rules
from mashangban.domains.matters.rules.dossier import Attached, Verdict
from mashangban.domains.matters.rules.matter import Matter
from mashangban.domains.matters.schemas.matters import (
    MatterAsked,
    MatterCheck,
    MatterDecision,
    MatterDelivered,
    MatterDone,
    MatterSaid,
)
from mashangban.domains.matters.service import access, clocking, steps, telling
from mashangban.domains.matters.terms import Delivery, PaperKind
from mashangban.files import service as files
from mashangban.files.terms import Purpose
from mashangban.kernel import clock
from mashangban.kernel.acts import Act


def check(act: Act, matter_id: str, given: MatterCheck) -> MatterDone:
    """Say of each paper before it is handed in whether it will do. Raises WrongStep, DossierWrong."""
    one, role = access.handled(act, matter_id, permissions.HANDLE)
    after = rules.check(one, act.actor.person_id)
    said = {each.name: Verdict(each.fine, "" if each.fine else each.why) for each in given.verdicts}
    dossier = dossier_rules.judged(dossiers.get(one.subject), said)
    mend = sum(not each.fine for each in said.values())
    result = f"{mend} 份材料要改" if mend else "材料都可以"
    told = telling.person(one, "matters.checked", result=result)
    return steps.write(act, one, after, events.CHECKED, role, {"mend": mend}, told, dossier=dossier)


def accept(act: Act, matter_id: str) -> MatterDone:
    """Accept. Raises WrongStep."""
    one, role = access.handled(act, matter_id, permissions.HANDLE)
    after = rules.accept(one, act.actor.person_id, act.at)
    item = matters.pinned(one)
    told = telling.person(after, "matters.accepted", due=clocking.due_words(after, item))
    data = {"supplemented": bool(one.asked)}
    return steps.write(
        act, one, after, events.ACCEPTED, role, data, told, pinned=item, paper=PaperKind.ACCEPTANCE
    )


def ask_more(act: Act, matter_id: str, given: MatterAsked) -> MatterDone:
    """Tell everything that lacks, once, and until when it may come. Raises WrongStep, SupplementOnce."""
    one, role = access.handled(act, matter_id, permissions.HANDLE)
    after = rules.ask_more(one, given.said, given.days, act.at)
    item = matters.pinned(one)
    told = telling.person(after, "matters.supplement", need=given.said, due=clocking.due_words(after, item))
    return steps.write(
        act,
        one,
        after,
        events.SUPPLEMENT_ASKED,
        role,
        {"days": given.days},
        told,
        pinned=item,
        paper=PaperKind.SUPPLEMENT,
    )


def refuse(act: Act, matter_id: str, given: MatterSaid) -> MatterDone:
    """Do not accept, with article and reason. Raises WrongStep."""
    one, role = access.handled(act, matter_id, permissions.HANDLE)
    after = rules.refuse(one, given.said, act.actor.person_id, act.at)
    told = telling.person(after, "matters.refused", reason=given.said)
    data = {"supplemented": bool(one.asked)}
    return steps.write(act, one, after, events.REFUSED, role, data, told, paper=PaperKind.REFUSAL)


def pause(act: Act, matter_id: str, given: MatterSaid) -> MatterDone:
    """A hearing, a test or an expert review begins. Raises WrongStep, Paused."""
    one, role = access.handled(act, matter_id, permissions.HANDLE)
    after = rules.pause(one, given.said)
    told = telling.person(after, "matters.moved", state=f"暂停计时：{given.said}")
    return steps.write(act, one, after, events.PAUSED, role, told=told, why=given.said)


def resume(act: Act, matter_id: str) -> MatterDone:
    """The review is over. Raises WrongStep."""
    one, role = access.handled(act, matter_id, permissions.HANDLE)
    after = rules.resume(one)
    told = telling.person(after, "matters.moved", state="继续计时")
    return steps.write(act, one, after, events.RESUMED, role, told=told)


def extend(act: Act, matter_id: str, given: MatterSaid) -> MatterDone:
    """Ten more working days, once, the reason told. Raises WrongStep, Paused, ExtendedBefore, NotFound."""
    one, role = access.handled(act, matter_id, permissions.DECIDE)
    after = rules.extend(one, given.said)
    told = telling.person(after, "matters.moved", state=f"时限延长 10 个工作日：{given.said}")
    return steps.write(act, one, after, events.EXTENDED, role, told=told, why=given.said)


def decide(act: Act, matter_id: str, given: MatterDecision) -> MatterDone:
    """Decide what a colleague accepted. Raises WrongStep, Paused, SameHands, ReasonMissing, NotArrived."""
    one, role = access.handled(act, matter_id, permissions.DECIDE)
    after = rules.decide(one, given.outcome, given.reason, act.actor.person_id, act.at)
    results = tuple(_result(act, file_id) for file_id in given.results)
    # Who has the result on the phone hears of it when its paper is there: seconds later.
    by_phone = after.delivery is Delivery.PHONE
    words = {"result": given.outcome.label, "state": after.delivery.label}
    told = () if by_phone else telling.person(after, "matters.decided", **words)
    data = {
        "outcome": given.outcome.value,
        "on_time": clocking.decided_in_time(act, one),
        "days": _days(act, one),
        "results": [each.sha256 for each in results],
    }
    return steps.write(
        act, one, after, events.DECIDED, role, data, told, results=results, paper=PaperKind.DECISION
    )


def deliver(act: Act, matter_id: str, given: MatterDelivered) -> MatterDone:
    """Handed over at the hall, or given to a courier. Raises WrongStep, DeliveryWrong."""
    one, role = access.handled(act, matter_id, permissions.HANDLE)
    after = rules.deliver(one, given.waybill, act.at)
    told = telling.delivered(after)
    return steps.write(act, one, after, events.DELIVERED, role, {"waybill": given.waybill}, told)


def _result(act: Act, file_id: str) -> Attached:
    found = files.hold(act, "matters", file_id, Purpose.ATTACHMENT)
    return Attached(found.id, found.sha256, found.filename)


def _days(act: Act, one: Matter) -> int:
    assert one.accepted_at is not None, "only what was accepted is decided"
    return (clock.local_date(act.at) - clock.local_date(one.accepted_at)).days
