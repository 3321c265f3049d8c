"""What an act of a public area costs in write units (docs/data/publicareas.md lists the same figures)."""

from mashangban.domains.publicareas.schemas import FaultPosted, PublicFaultPromise, PublicFaultReason
from mashangban.domains.publicareas.service import handling, reporting
from mashangban.kernel import clock
from mashangban.kernel.acts import Act, Submission
from mashangban.kernel.permissions import Principal
from tests.budgets import over
from tests.publicareas.conftest import Court, act
from tests.workers.test_capacity import units


def submitted(actor: Principal, route: str) -> Act:
    return Act(actor, clock.now(), Submission("0123456789abcdef", route, actor.person_id, "d" * 64))


def test_no_act_costs_more_than_its_budget(court: Court) -> None:
    given = FaultPosted(service_code="lift", address_id=court.project.id, description="电梯停运，已经两天")
    found: list[str] = []
    spent = {
        "somebody reports, with key check and limit": units(
            lambda: found.append(reporting.report(act(court.reporter), court.county, given).id)
        )
    }
    promised = PublicFaultPromise(promised_on=clock.local_date(clock.now()))
    spent["the handler promises a day"] = units(
        lambda: handling.accept(submitted(court.builder, "accept"), found[0], promised)
    )
    done = PublicFaultReason(text="已更换")
    spent["says that it is repaired"] = units(
        lambda: handling.fix(submitted(court.builder, "fix"), found[0], done)
    )
    assert over("publicareas", spent) == {}
