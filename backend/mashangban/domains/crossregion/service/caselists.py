"""Lists and figures of cases, one case, its receipt: for its person, and for the offices that have a part in it."""

from mashangban.audit import service as audit
from mashangban.audit.schemas import ReceiptView
from mashangban.domains.crossregion import permissions
from mashangban.domains.crossregion.repository import cases, pairs
from mashangban.domains.crossregion.rules.figures import PairFigures
from mashangban.domains.crossregion.schemas.cases import CaseRow, CaseView, DeskQuery, PairsQuery, PairView
from mashangban.domains.crossregion.service import access, caseviews
from mashangban.domains.crossregion.service.wayline import name_of
from mashangban.domains.crossregion.terms.cases import Side
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Place, Principal


def mine(act: Act, page: PageRequest) -> Page[CaseRow]:
    """One's own cases, the newest first."""
    return cases.of_person(act.actor.person_id, page).map(caseviews.row)


def show_own(act: Act, case_id: str) -> CaseView:
    """One's own case: where it is, who has it, what one may do. Raises UnknownCase, NotFound."""
    one = access.own(act, case_id)
    return caseviews.show(act, one, access.mine(one), acts=True)


def at_desk(actor: Principal, query: DeskQuery) -> Page[CaseRow]:
    """A zone's cases. Raises NotFound beyond reach."""
    actor.reach(permissions.LIST_CASES).require(Place(query.region))
    read = cases.at_desk if query.all else cases.in_charge
    return read(query.region, query.page).map(caseviews.row)


def show(act: Act, case_id: str) -> CaseView:
    """A case as the caller's zone may see it. Raises UnknownCase, NotFound beyond reach."""
    one, standing = access.seen(act.actor, case_id)
    acts = act.actor.holds(permissions.HANDLE) and _reaches(act.actor, standing.region)
    return caseviews.show(act, one, standing, acts=acts)


def receipt_own(act: Act, case_id: str) -> ReceiptView:
    """The custody's receipt, to be checked by anybody without asking anybody. Raises NotSequenced, NotFound."""
    one = access.own(act, case_id)
    return audit.receipt_of(one.subject, one.version)


def receipt(actor: Principal, case_id: str) -> ReceiptView:
    """The same for window and home zone; others see less than it shows. Raises NotSequenced, NotFound."""
    one, standing = access.seen(actor, case_id)
    if standing.side not in (Side.WINDOW, Side.HOME):
        raise NotFound()
    return audit.receipt_of(one.subject, one.version)


def pair_figures(act: Act, query: PairsQuery) -> list[PairView]:
    """What a zone did with each other zone in a month. Raises NotFound beyond reach."""
    act.actor.reach(permissions.LIST_CASES).require(Place(query.region))
    return [_pair(one) for one in pairs.of_region(query.region, query.day or clock.local_date(act.at))]


def _reaches(actor: Principal, region: str) -> bool:
    return actor.reach(permissions.HANDLE).covers(Place(region))


def _pair(one: PairFigures) -> PairView:
    return PairView(
        window_name=name_of(one.sender) or "网上",
        home_name=name_of(one.home),
        collected=one.collected,
        decided=one.decided,
        on_time=one.on_time,
        on_time_percent=one.on_time_percent,
        returned=one.returned,
        late=one.late,
    )
