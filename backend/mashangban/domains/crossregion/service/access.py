"""What somebody is to a case, and for which zone they act."""

from dataclasses import dataclass

from mashangban.domains.crossregion import errors, permissions
from mashangban.domains.crossregion.repository import cases
from mashangban.domains.crossregion.rules import seeing
from mashangban.domains.crossregion.rules.case import Case
from mashangban.domains.crossregion.terms.cases import Shown, Side
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Place, Principal, Reach, Role


@dataclass(frozen=True, slots=True)
class Standing:
    """The side from which somebody sees a case, and the zone they act for (empty: the person)."""

    side: Side
    region: str
    seen: frozenset[Shown]


def own(act: Act, case_id: str) -> Case:
    """A person's own case. Raises UnknownCase, NotFound for everybody else."""
    one = cases.get(case_id)
    if not one.person_id or one.person_id != act.actor.person_id:
        raise NotFound()
    return one


def mine(one: Case) -> Standing:
    """How the person sees it."""
    return Standing(Side.PERSON, "", seeing.shown_to(Side.PERSON, one))


def seen(actor: Principal, case_id: str) -> tuple[Case, Standing]:
    """A case for an office that has a part in it, from its nearest side. Raises UnknownCase, NotFound."""
    one = cases.get(case_id)
    return one, standing(actor.reach(permissions.LIST_CASES), one)


def standing(reach: Reach, one: Case) -> Standing:
    """The nearest side that somebody's reach covers. Raises NotFound where it covers none."""
    covered = [region for region in (*one.zones, one.lead) if reach.covers(Place(region))]
    sides = {side: region for region in covered for side in seeing.sides_of(one, region)}
    for side in (Side.HOME, Side.WINDOW, Side.PARTNER, Side.LEAD):
        if side in sides:
            return Standing(side, sides[side], seeing.shown_to(side, one))
    raise NotFound()


def acting(act: Act, case_id: str, region: str = "") -> tuple[Case, str, Role]:
    """A case for whoever acts for the zone in charge, or for the one named. Raises NotFound beyond reach, WrongStep."""
    one, reach = cases.get(case_id), act.actor.reach(permissions.HANDLE)
    standing(reach, one)
    zone = region or one.charge
    if zone not in one.zones or not reach.covers(Place(zone)):
        raise errors.WrongStep()
    return one, zone, act.actor.role_for(permissions.HANDLE, Place(zone))
