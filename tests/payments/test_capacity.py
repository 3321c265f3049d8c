"""What each act costs in write units, as the engine counts them (docs/data/payments.md lists the same figures)."""

from mashangban.domains.payments.repository import runs, transfers
from mashangban.domains.payments.service import boards, cards, checking, collecting, deposits, receiving
from mashangban.domains.payments.terms import TransferState
from mashangban.kernel import ids
from mashangban.kernel.acts import Act, Submission, system_act
from mashangban.kernel.permissions import Principal
from tests.payments.conftest import Works, act, card_form, lines_of, ordered
from tests.payments.test_deposits import letter, order
from tests.workers.test_capacity import units

MOST = 16


def submitted(actor: Principal, route: str) -> Act:
    plain = act(actor)
    return Act(plain.actor, plain.at, Submission("0123456789abcdef", route, actor.person_id, "d" * 64))


def test_no_act_costs_more_than_its_budget(works: Works, staff: list[Principal]) -> None:
    first, second, form = works.worker(None), works.worker(None), card_form()
    spent = {"register": units(lambda: cards.register_card(submitted(first, "card"), form))}
    system = system_act("payments_stream")
    spent["verified"] = units(lambda: checking.check(system, first.person_id))
    cards.register_card(submitted(second, "card"), form)
    spent["share"] = units(lambda: checking.check(system, second.person_id))
    spent["change"] = units(lambda: cards.register_card(submitted(second, "change"), card_form("0002")))
    spent["refused"] = units(lambda: checking.check(system, second.person_id))
    run = ids.new_id()
    body = ordered(run, staff[0], 5_000)
    spent["transfer ordered"] = units(lambda: collecting.order(system, body))
    spent["run announced"] = units(lambda: works.announce([body, body], run))
    one = lines_of(run)[staff[0].person_id]
    spent["transfer paid"] = units(lambda: receiving.conclude(system, one, TransferState.PAID, "", "r" * 32))
    paid = transfers.find(one.id)
    assert paid is not None
    spent["transfer returned late"] = units(
        lambda: receiving.conclude(system, paid, TransferState.RETURNED, "账号户名不符")
    )
    spent["count a run"] = units(lambda: boards.count_run(run))
    owed = deposits.require(act(works.office), works.project.id, order())
    spent["deposit stored"] = units(
        lambda: deposits.store_deposit(submitted(works.office, "store"), owed.id, letter())
    )
    assert runs.tally(run).returned == 1
    assert all(cost > 0 for cost in spent.values())
    assert {name: cost for name, cost in spent.items() if cost > MOST} == {}


def test_an_account_is_opened_within_its_budget(ground: object) -> None:
    works = Works(ground)  # type: ignore[arg-type]  # the partners' back office
    cost = units(works.open)
    assert cost <= MOST
