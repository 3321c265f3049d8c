"""What each act costs in write units, as the engine counts them (docs/data/payments.md lists the same figures)."""

from mashangban.domains.payments.repository import runs, transfers
from mashangban.domains.payments.service import boards, cards, checking, collecting, deposits, receiving
from mashangban.domains.payments.terms import TransferState
from mashangban.kernel import ids
from mashangban.kernel.acts import Act, Submission, system_act
from mashangban.kernel.permissions import Principal
from tests.budgets import over
from tests.payments.conftest import Works, act, card_form, lines_of, ordered
from tests.payments.test_deposits import letter, order
from tests.workers.test_capacity import units


def submitted(actor: Principal, route: str) -> Act:
    plain = act(actor)
    return Act(plain.actor, plain.at, Submission("0123456789abcdef", route, actor.person_id, "d" * 64))


def test_no_act_costs_more_than_its_budget(works: Works, staff: list[Principal]) -> None:
    first, second, form = works.worker(None), works.worker(None), card_form()
    spent = {"register a card": units(lambda: cards.register_card(submitted(first, "card"), form))}
    system = system_act("payments_stream")
    spent["the bank's word on a card"] = units(lambda: checking.check(system, first.person_id))
    cards.register_card(submitted(second, "card"), form)
    spent["register a card that somebody else has"] = units(lambda: checking.check(system, second.person_id))
    spent["change a shared card"] = units(
        lambda: cards.register_card(submitted(second, "change"), card_form("0002"))
    )
    spent["the bank refuses it"] = units(lambda: checking.check(system, second.person_id))
    run = ids.new_id()
    body = ordered(run, staff[0], 5_000)
    spent["transfer ordered"] = units(lambda: collecting.order(system, body))
    spent["run announced"] = units(lambda: works.announce([body, body], run))
    one = lines_of(run)[staff[0].person_id]
    spent["transfer paid"] = units(lambda: receiving.conclude(system, one, TransferState.PAID, "", "r" * 32))
    paid = transfers.find(one.id)
    assert paid is not None
    spent["transfer returned"] = units(
        lambda: receiving.conclude(system, paid, TransferState.RETURNED, "账号户名不符")
    )
    spent["listener: a run on its four boards"] = units(lambda: boards.count_run(run))
    owed = deposits.require(act(works.office), works.project.id, order())
    spent["deposit stored"] = units(
        lambda: deposits.store_deposit(submitted(works.office, "store"), owed.id, letter())
    )
    assert runs.tally(run).returned == 1
    assert over("payments", spent) == {}


def test_an_account_is_opened_within_its_budget(ground: object) -> None:
    works = Works(ground)  # type: ignore[arg-type]  # the partners' back office
    assert over("payments", {"open an account": units(works.open)}) == {}
