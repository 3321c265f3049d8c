"""What the home zone decides, with whom, on which papers; what the person supplies or takes back."""

from mashangban.deadlines import service as deadlines
from mashangban.domains.crossregion import errors, events
from mashangban.domains.crossregion.repository import cases, clocks
from mashangban.domains.crossregion.rules import case as rules
from mashangban.domains.crossregion.rules import clocks as clock_rules
from mashangban.domains.crossregion.rules import custody
from mashangban.domains.crossregion.rules.case import Case
from mashangban.domains.crossregion.rules.custody import Handover, Sheet
from mashangban.domains.crossregion.schemas.cases import (
    CaseDone,
    DecisionForm,
    PageForm,
    PartForm,
    SupplementForm,
    SupplyForm,
)
from mashangban.domains.crossregion.service import access, handing, pagelists, steps, telling, wayline
from mashangban.domains.crossregion.terms.cases import PERSON, CaseState
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Role


def ask_more(act: Act, case_id: str, given: SupplementForm) -> CaseDone:
    """Name everything that is still wanted, once; the decision's clock stands until it came. Raises AskedBefore."""
    one, _, role = access.acting(act, case_id)
    after = rules.ask_more(one, given.asked)
    told = telling.person(one, "crossregion.supplement", need=given.asked)
    return steps.write(act, one, after, events.ASKED, role, {}, told)


def supply(act: Act, case_id: str, given: SupplyForm) -> CaseDone:
    """The person sends what was asked for. Raises WrongStep, TooManyPages, NotArrived."""
    one = access.own(act, case_id)
    if one.state is not CaseState.SUPPLEMENT:
        raise errors.WrongStep()
    after, sheets = _added(act, one, given.pages, PERSON)
    after, way = rules.hand_in(after, PERSON, [sheet.number for sheet in sheets], act.at)
    data = {**pagelists.named(sheets), "digest": after.digest, **handing.link_of(way)}
    told = telling.charged(after, "crossregion.to-receive")
    return steps.write(act, one, after, events.SUPPLIED, Role.PERSON, data, told, sheets=sheets)


def speak(act: Act, case_id: str, given: PartForm) -> CaseDone:
    """A zone that handles it together says its part. Raises WrongStep, SpokenBefore, NotFound beyond reach."""
    one, zone, role = access.acting(act, case_id, given.region)
    after = rules.speak(one, zone, given.agrees, given.note)
    told = telling.office(one, one.home, "crossregion.part-spoken", who=wayline.name_of(zone))
    return steps.write(
        act, one, after, events.PART_SPOKEN, role, {"region": zone, "agrees": given.agrees}, told
    )


def decide(act: Act, case_id: str, given: DecisionForm) -> CaseDone:
    """Decide; a result that is not on paper goes to the person at once. Raises WrongStep, PartsOpen, ReasonMissing."""
    one, zone, role = access.acting(act, case_id)
    decided = rules.decide(one, given.outcome, given.reason)
    after, sheets = _added(act, decided, given.results, zone, result=True)
    after, way = _sent(act, after, sheets)
    data: dict[str, object] = {
        "outcome": given.outcome.value,
        "on_time": _on_time(act, one),
        "digest": after.digest,
        **pagelists.named(sheets),
    }
    sent = handing.link_of(way) if way is not None else {}
    told = telling.person(after, "crossregion.decided", result=given.outcome.label)
    return steps.write(act, one, after, events.DECIDED, role, {**data, **sent}, told, sheets=sheets)


def withdraw(act: Act, case_id: str) -> CaseDone:
    """The person takes it back before it is decided. Raises WrongStep."""
    one = access.own(act, case_id)
    after = rules.withdraw(one)
    told = telling.charged(one, "crossregion.withdrawn")
    return steps.write(act, one, after, events.WITHDRAWN, Role.PERSON, {}, told)


def _added(
    act: Act, one: Case, pages: list[PageForm], holder: str, *, result: bool = False
) -> tuple[Case, tuple[Sheet, ...]]:
    sheets = pagelists.taken(act, pages, len(one.custody) + 1, result=result)
    fresh = custody.digest([*cases.sheets_of(one), *sheets])
    return rules.add_pages(one, sheets, holder, fresh), sheets


def _sent(act: Act, one: Case, sheets: tuple[Sheet, ...]) -> tuple[Case, Handover | None]:
    if any(sheet.paper for sheet in sheets):
        return one, None
    return rules.send_result(one, [sheet.number for sheet in sheets], act.at)


def _on_time(act: Act, one: Case) -> bool:
    running = next((each for each in clocks.of(one.subject) if each.kind == clock_rules.DECIDE), None)
    due = deadlines.due_time_of(running).due_at if running is not None else None
    return due is None or act.at < due
