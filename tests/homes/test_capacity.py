"""What binding and inspecting a home cost in write units, and that one batch is one transaction."""

from mashangban.domains.homes import schemas
from mashangban.domains.homes.repository import inspections as store
from mashangban.domains.homes.service import binding, doors, inspecting, inviting, leaving
from mashangban.domains.homes.terms import InvitationKind
from mashangban.domains.homes.terms.inspections import InspectionKind
from mashangban.kernel import clock
from mashangban.kernel.acts import Act, Submission
from mashangban.kernel.permissions import Principal
from tests.homes.buying import TAIL
from tests.homes.conftest import Known, Yard, act
from tests.workers.test_capacity import MOST, units


def submitted(actor: Principal, route: str) -> Act:
    """An act as a phone sends it: with a key, so that its answer is kept too."""
    return Act(actor, clock.now(), Submission("0123456789abcdef", route, actor.person_id, "d" * 64))


def test_no_act_around_a_home_costs_more_than_its_budget(estate: Yard, buyer: Known) -> None:
    home, who = estate.home("1-1-101"), buyer.principal
    given = schemas.Binding(code=doors.code_of(home), contract_tail=TAIL)
    spent = {"bind": units(lambda: binding.bind(submitted(who, "bind"), given))}
    form, codes = schemas.InvitationForm(kind=InvitationKind.TENANT), list[str]()
    spent["invite"] = units(
        lambda: codes.append(inviting.invite(submitted(who, "invite"), home.id, form).code)
    )
    guest = estate.known("李小明").principal
    spent["join"] = units(lambda: inviting.accept(submitted(guest, "join"), codes[0]))
    spent["leave"] = units(lambda: leaving.leave(submitted(who, "leave"), home.id))
    assert {name: cost for name, cost in spent.items() if cost > MOST} == {}


def test_a_whole_sheet_of_a_home_comes_in_one_batch_within_the_budget(estate: Yard, owner: Principal) -> None:
    form = schemas.InspectionForm(kind=InspectionKind.BUYER)
    sheet_id = inspecting.begin(act(owner), estate.home("1-1-101").id, form).id
    one = store.get(sheet_id)
    entries = [
        {"point": point, "design": 2800, "values": [2796 + (number * 7 + n * 3) % 9 for n in range(5)]}
        if one.item_of(point).measured
        else {"point": point, "verdict": "pass"}
        for number, point in enumerate(one.points)
    ]
    batch = schemas.EntryBatch.model_validate({"entries": entries})
    assert units(lambda: inspecting.enter(submitted(owner, "enter"), sheet_id, batch)) <= MOST
    assert store.get(sheet_id).failed == ()
