"""What the commonest acts cost in write units (docs/data/assistance.md lists the same figures)."""

from mashangban.domains.assistance.schemas import JoinForm, ProposalAnswer, SharingDone
from mashangban.domains.assistance.service import helping, sharing
from tests.assistance.conftest import Two, filled
from tests.workers.test_capacity import MOST, units


def test_no_act_costs_more_than_its_budget(two: Two) -> None:
    had: list[SharingDone] = []
    spent = {
        "offer": units(lambda: had.append(two.offered())),
        "join": units(lambda: helping.join(two.act(two.agent), JoinForm(code=had[0].code))),
        "fill": units(lambda: sharing.fill(two.act(two.person), had[0].id, filled())),
        "propose": units(lambda: two.propose(had[0].id)),
        "answer": units(
            lambda: sharing.answer(two.act(two.person), had[0].id, 1, ProposalAnswer(accepted=True))
        ),
        "stop": units(lambda: two.stop(had[0].id)),
    }
    assert {name: cost for name, cost in spent.items() if cost > MOST} == {}
